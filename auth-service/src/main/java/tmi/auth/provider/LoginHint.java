package tmi.auth.provider;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tmi.kernel.problem.Problem;

/// The name of a development user: up to 64 letters, digits and `. _ % + -`, a letter or digit at
/// both ends. The same hint is the same person at every sign-in, so one that is none is refused: a
/// stranger in its place would be somebody new each time.
public record LoginHint(String text) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9._%+-]{0,62}[a-z0-9])?");

  /// The hint in a text, trimmed and lower-cased; empty when nothing was sent. Fails with 400
  /// `invalid_input` for anything else.
  public static Optional<LoginHint> parse(String text) {
    String given = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    if (!FORM.matcher(given).matches()) {
      throw Problem.invalid(
          "login_hint",
          "must be at most 64 letters, digits or . _ % + - with a letter or digit at both ends");
    }
    return Optional.of(new LoginHint(given));
  }
}
