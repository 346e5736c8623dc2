package tmi.service.text;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// HTML character references that stand for what a person types.
final class Entities {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos|nbsp));");
  private static final Map<String, String> NAMED =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", " ");

  private Entities() {}

  static String decode(String text) {
    Matcher matcher = REFERENCE.matcher(text);
    StringBuilder result = new StringBuilder(text.length());
    while (matcher.find()) {
      matcher.appendReplacement(result, Matcher.quoteReplacement(meaning(matcher)));
    }
    return matcher.appendTail(result).toString();
  }

  private static String meaning(Matcher matcher) {
    if (matcher.group(3) != null) {
      return NAMED.get(matcher.group(3));
    }
    int point =
        matcher.group(1) != null
            ? Integer.parseInt(matcher.group(1))
            : Integer.parseInt(matcher.group(2), 16);
    return Character.isValidCodePoint(point) && !Character.isISOControl(point)
        ? Character.toString(point)
        : "";
  }
}
