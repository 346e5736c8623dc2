package tmi.kernel.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Content that plain-text fields refuse (rest-behaviour section 4.2).
public final class DangerousContent {
  private static final Pattern DANGER =
      Pattern.compile(
          "<\\s*(?:script|iframe|object|embed|applet)\\b|</\\s*(?:script|iframe)\\b|javascript:"
              + "|\\bon[a-z]{3,20}\\s*=|\\$\\{|\\{\\{|\\}\\}|<%|%>|#\\{",
          Pattern.CASE_INSENSITIVE);

  private DangerousContent() {}

  /// True when the text holds an active tag, a script address, an event handler or template marks.
  public static boolean isIn(CharSequence text) {
    return found(text).isPresent();
  }

  /// The first such piece, as it stands in the text.
  public static Optional<String> found(CharSequence text) {
    Matcher matcher = DANGER.matcher(text == null ? "" : text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }
}
