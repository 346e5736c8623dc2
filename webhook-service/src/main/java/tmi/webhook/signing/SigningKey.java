package tmi.webhook.signing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// A subscription's secret as the two schemes use it (contract 7.2, C-1 to C-4): one text, whose
/// bytes are the old scheme's key; the standard's key is those same bytes, or what a text in the
/// standard's own form `whsec_…` decodes to. A secret shorter than the standard demands signs the
/// old way only.
public record SigningKey(byte[] contract, Optional<byte[]> standard) {
  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;

  /// The text of a secret that is made here, as it is handed out: libraries of the standard decode
  /// what follows the prefix, and any other text that looks like base64, 64 hex digits included.
  public static String secretOf(byte[] random) {
    return PREFIX + Base64.getEncoder().encodeToString(random);
  }

  public static SigningKey of(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    Optional<byte[]> plain = bytes.length < SHORTEST ? Optional.empty() : Optional.of(bytes);
    return new SigningKey(bytes, decoded(secret).or(() -> plain));
  }

  private static Optional<byte[]> decoded(String secret) {
    if (!secret.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      return key.length < SHORTEST || key.length > LONGEST ? Optional.empty() : Optional.of(key);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
