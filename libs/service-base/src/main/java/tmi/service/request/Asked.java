package tmi.service.request;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import tmi.kernel.id.Ids;
import tmi.kernel.page.Window;
import tmi.kernel.problem.Problem;
import tmi.kernel.text.UnicodeRules;

/// Query parameters as texts, read and judged: an absent or empty one is null, a malformed one is
/// 400 naming it. Resources take them as texts, because the framework answers 404 for a number or
/// an id that it cannot read.
public final class Asked {
  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;
  private static final int MAX_WORDS = 50;
  private static final int MAX_DECIMALS = 9;
  private static final int MAX_DIGITS = 20;
  private static final int MAX_YEAR = 9999;

  private Asked() {}

  /// The window of a list of models or of their children.
  public static Window window(String limit, String offset) {
    return Window.of(whole("limit", limit), whole("offset", offset), DEFAULT_LIMIT, 1, MAX_LIMIT);
  }

  /// A text of at most so many characters, none of them a control character.
  public static String text(String name, String value, int max) {
    if (isAbsent(value)) {
      return null;
    }
    if (value.length() > max) {
      throw Problem.invalid(name, "must be at most " + max + " characters");
    }
    return clean(name, value);
  }

  /// Several words, each given by itself; null for none.
  public static String[] words(String name, List<String> values, int max) {
    if (values == null || values.isEmpty()) {
      return null;
    }
    if (values.size() > Math.min(max, MAX_WORDS)) {
      throw Problem.invalid(name, "must be given at most " + max + " times");
    }
    if (values.stream().anyMatch(String::isBlank)) {
      throw Problem.invalid(name, "must not be blank");
    }
    return values.stream().map(value -> clean(name, value)).toArray(String[]::new);
  }

  /// A moment, RFC 3339: its year has four digits.
  public static OffsetDateTime time(String name, String value) {
    if (isAbsent(value)) {
      return null;
    }
    OffsetDateTime time = parse(value);
    if (time == null || time.getYear() < 1 || time.getYear() > MAX_YEAR) {
      throw Problem.invalid(name, "must be a time such as 2026-01-31T12:00:00Z");
    }
    return time;
  }

  private static OffsetDateTime parse(String value) {
    try {
      return OffsetDateTime.parse(value.strip().replace(' ', '+'));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /// A number between 0 and 10 with at most nine decimals: what is finer, or has a huge exponent,
  /// does not fit a number of the database.
  public static BigDecimal score(String name, String value) {
    if (isAbsent(value)) {
      return null;
    }
    BigDecimal number = number(value);
    if (number == null) {
      throw Problem.invalid(name, "must be a number with at most " + MAX_DECIMALS + " decimals");
    }
    if (number.signum() < 0 || number.compareTo(BigDecimal.TEN) > 0) {
      throw Problem.invalid(name, "must be between 0 and 10");
    }
    return number;
  }

  private static BigDecimal number(String value) {
    try {
      BigDecimal number = value.length() > MAX_DIGITS ? null : new BigDecimal(value);
      boolean fits = number != null && Math.abs((long) number.scale()) <= MAX_DECIMALS;
      return fits ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /// `true` or `false`.
  public static Boolean flag(String name, String value) {
    return switch (value == null ? "" : value) {
      case "" -> null;
      case "true" -> true;
      case "false" -> false;
      default -> throw Problem.invalid(name, "must be true or false");
    };
  }

  /// An id.
  public static UUID id(String name, String value) {
    return isAbsent(value)
        ? null
        : Ids.parse(value).orElseThrow(() -> Problem.invalid(name, "must be a UUID"));
  }

  private static Integer whole(String name, String value) {
    if (isAbsent(value)) {
      return null;
    }
    try {
      return Integer.valueOf(value);
    } catch (NumberFormatException e) {
      throw Problem.invalid(name, "must be a whole number");
    }
  }

  private static String clean(String name, String value) {
    UnicodeRules.fault(value)
        .ifPresent(fault -> {
          throw Problem.invalid(name, "must not contain " + fault);
        });
    if (value.chars().anyMatch(c -> c < ' ')) {
      throw Problem.invalid(name, "must not contain control characters");
    }
    return value;
  }

  private static boolean isAbsent(String value) {
    return value == null || value.isEmpty();
  }
}
