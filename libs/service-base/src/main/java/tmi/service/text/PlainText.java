package tmi.service.text;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import tmi.kernel.problem.Problem;
import tmi.kernel.text.DangerousContent;

/// Names, descriptions, addresses, mitigations, metadata values: dangerous content is refused, tags
/// go, and what a person typed (`->`, `&`) survives as typed.
public final class PlainText {
  private static final PolicyFactory NO_TAGS = new HtmlPolicyBuilder().toFactory();
  private static final int MAX_ROUNDS = 10;

  private PlainText() {}

  /// The text as it is stored; null stays null. [Problem] 400 naming the field when it holds
  /// dangerous content.
  public static String clean(String field, String text) {
    if (text == null) {
      return null;
    }
    if (DangerousContent.isIn(text)) {
      throw Problem.invalid(field, "must not contain active content or template marks");
    }
    if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
      return text;
    }
    String decoded = decode(text);
    if (DangerousContent.isIn(decoded)) {
      throw Problem.invalid(field, "must not contain active content or template marks");
    }
    return decode(NO_TAGS.sanitize(decoded));
  }

  private static String decode(String text) {
    String before = text;
    for (int i = 0; i < MAX_ROUNDS; i++) {
      String after = Entities.decode(before);
      if (after.equals(before)) {
        return after;
      }
      before = after;
    }
    return before;
  }
}
