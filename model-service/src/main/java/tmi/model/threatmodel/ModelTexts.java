package tmi.model.threatmodel;

import tmi.kernel.problem.Problem;
import tmi.service.text.PlainText;

/// A model's texts as they are stored: as written, empty and null the same.
final class ModelTexts {
  private static final String DEFAULT_FRAMEWORK = "STRIDE";
  private static final String DEFAULT_STATUS = "not_started";

  private ModelTexts() {}

  static String name(String sent) {
    String name = PlainText.asWritten("name", sent);
    if (name == null || name.isBlank()) {
      throw Problem.invalid("name", "must not be blank");
    }
    return name;
  }

  static String text(String field, String sent) {
    String text = PlainText.asWritten(field, sent);
    return text == null || text.isEmpty() ? null : text;
  }

  static String framework(String sent) {
    return sent == null || sent.isEmpty() ? DEFAULT_FRAMEWORK : sent;
  }

  static String status(String sent) {
    String text = text("status", sent);
    return text == null ? DEFAULT_STATUS : text;
  }
}
