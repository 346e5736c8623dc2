package tmi.auth.provider;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a development user: 3 to 20 letters, digits and hyphens, no hyphen at either end.
public record LoginHint(String text) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{1,18})[a-z0-9]");

  /// The hint in a text, trimmed and lower-cased; empty when it is none (the contract ignores a
  /// wrong hint without a word).
  public static Optional<LoginHint> parse(String text) {
    return Optional.ofNullable(text)
        .map(given -> given.strip().toLowerCase(Locale.ROOT))
        .filter(given -> FORM.matcher(given).matches())
        .map(LoginHint::new);
  }
}
