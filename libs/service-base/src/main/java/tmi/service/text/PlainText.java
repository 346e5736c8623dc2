package tmi.service.text;

import tmi.kernel.problem.Problem;
import tmi.kernel.text.DangerousContent;

/// Names, descriptions, addresses, mitigations, metadata values: stored as they were written and
/// escaped by whoever shows them, or refused. Nothing is ever cut out of them: who writes `if x<y
/// then z` or `List<String>` means it.
public final class PlainText {
  private static final int MAX_ROUNDS = 10;

  private PlainText() {}

  /// The same text; null stays null. [Problem] 400 naming the field and the piece when it holds
  /// dangerous content (rest-behaviour section 4.2), also when that is spelled with character
  /// references.
  public static String asWritten(String field, String text) {
    DangerousContent.found(text)
        .or(() -> DangerousContent.found(decoded(text)))
        .ifPresent(piece -> {
          throw Problem.invalid(
              field,
              "must not contain \""
                  + piece
                  + "\": active tags, script addresses, event handlers and template marks are not"
                  + " taken");
        });
    return text;
  }

  private static String decoded(String text) {
    String before = text;
    for (int i = 0; text != null && i < MAX_ROUNDS && before.indexOf('&') >= 0; i++) {
      String after = Entities.decode(before);
      if (after.equals(before)) {
        return after;
      }
      before = after;
    }
    return before;
  }
}
