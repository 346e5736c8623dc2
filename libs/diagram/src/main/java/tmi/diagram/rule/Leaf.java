package tmi.diagram.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tmi.diagram.cell.Ids;

/// Rules for single values.
final class Leaf {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern PERCENT = Pattern.compile("\\d{1,9}%");
  private static final Pattern COLOUR =
      Pattern.compile("#[0-9a-fA-F]*|rgb\\( *\\d+ *, *\\d+ *, *\\d+ *\\)|[a-z]+");
  private static final Pattern DASH =
      Pattern.compile("|\\d+(?:\\.\\d+)?(?:(?: *, *| +)\\d+(?:\\.\\d+)?)*");
  private static final Pattern ACTIVE =
      Pattern.compile(
          "<\\s*/?\\s*(?:script|iframe|object|embed|applet)\\b|javascript:",
          Pattern.CASE_INSENSITIVE);

  static final Rule NUMBER = number(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  static final Rule BOOLEAN =
      (value, path, faults) -> keepIf(value.isBoolean(), value, path, "must be a boolean", faults);
  static final Rule OBJECT =
      (value, path, faults) -> keepIf(value.isObject(), value, path, "must be an object", faults);
  static final Rule ID =
      (value, path, faults) ->
          keepIf(Ids.parse(value).isPresent(), value, path, "must be a UUID", faults);
  static final Rule COLOUR_WORD = matching(COLOUR, 32, "must be a colour");
  static final Rule DASHES = orNull(matching(DASH, 64, "must be a dash pattern"));
  static final Rule FONT =
      matching(Pattern.compile("[a-zA-Z0-9 ,'-]*"), 64, "must be a font family");
  static final Rule NUMBER_OR_PERCENT =
      (value, path, faults) ->
          keepIf(
              value.isNumber()
                  || (value.isTextual() && PERCENT.matcher(value.textValue()).matches()),
              value,
              path,
              "must be a number or a percentage",
              faults);

  private Leaf() {}

  static Rule number(double min, double max) {
    return (value, path, faults) -> {
      if (!value.isNumber()) {
        return drop(path, "must be a number", faults);
      }
      double clamped = Math.clamp(value.doubleValue(), min, max);
      if (clamped == value.doubleValue()) {
        return Optional.of(value);
      }
      faults.add(
          path, "must be " + (clamped == min ? "at least " + plain(min) : "at most " + plain(max)));
      return Optional.of(JSON.numberNode((int) clamped));
    };
  }

  private static String plain(double limit) {
    return Long.toString((long) limit);
  }

  /// A label: one line for a strict caller; a lenient one keeps its line breaks, tabs become
  /// blanks. Active markup is refused on every way in, other control characters by the rule for all
  /// texts.
  static Rule text(int max) {
    return (value, path, faults) -> {
      if (!value.isTextual()) {
        return drop(path, "must be a text", faults);
      }
      String text = value.textValue();
      if (ACTIVE.matcher(text).find()) {
        throw faults.refuse(path, "must not contain active content");
      }
      String clean = clean(text);
      if (clean.length() > max) {
        faults.add(path, "must be at most " + max + " characters");
        clean =
            clean.substring(0, Character.isHighSurrogate(clean.charAt(max - 1)) ? max - 1 : max);
      }
      if (text.chars().anyMatch(c -> c < ' ')) {
        faults.add(path, "must not contain control characters");
      }
      return Optional.of(clean.equals(text) ? value : JSON.textNode(clean));
    };
  }

  private static String clean(String text) {
    return text.replace('\t', ' ').replace('\r', ' ');
  }

  /// One of these words; other spellings of them (case, camel) are brought to it.
  static Rule word(String... words) {
    List<String> known = List.of(words);
    return (value, path, faults) -> {
      String word = snake(value.asText(""));
      if (!value.isTextual() || !known.contains(word)) {
        return drop(path, "must be one of " + String.join(", ", known), faults);
      }
      return Optional.of(word.equals(value.textValue()) ? value : JSON.textNode(word));
    };
  }

  private static String snake(String word) {
    return word.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  static Rule orNull(Rule rule) {
    return (value, path, faults) ->
        value.isNull() ? Optional.of(value) : rule.check(value, path, faults);
  }

  private static Rule matching(Pattern pattern, int max, String message) {
    return (value, path, faults) ->
        keepIf(
            value.isTextual()
                && value.textValue().length() <= max
                && pattern.matcher(value.textValue()).matches(),
            value,
            path,
            message,
            faults);
  }

  private static Optional<JsonNode> keepIf(
      boolean right, JsonNode value, String path, String message, Faults faults) {
    return right ? Optional.of(value) : drop(path, message, faults);
  }

  static Optional<JsonNode> drop(String path, String message, Faults faults) {
    faults.add(path, message);
    return Optional.empty();
  }
}
