package tmi.auth.provider;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tmi.kernel.problem.Problem;

/// The code of the built-in provider: `test_auth_code_{time}_{random}`, with a hint followed by
/// `_hint_{base64url}`. The random part keeps two sign-ins of one second apart.
final class DevelopmentCode {
  private static final String PREFIX = "test_auth_code_";
  private static final String HINT = "_hint_";

  private DevelopmentCode() {}

  static String of(Instant now, String random, Optional<LoginHint> hint) {
    String code = PREFIX + now.getEpochSecond() + "_" + random;
    return hint.map(h -> code + HINT + encode(h.text())).orElse(code);
  }

  static boolean isOne(String code) {
    return code.startsWith(PREFIX);
  }

  static Optional<LoginHint> hintOf(String code) {
    int at = code.lastIndexOf(HINT);
    return at < 0 ? Optional.empty() : LoginHint.parse(decode(code.substring(at + HINT.length())));
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      throw new Problem(400, "invalid_grant", "The code is not one of this provider");
    }
  }
}
