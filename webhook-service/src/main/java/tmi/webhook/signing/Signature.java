package tmi.webhook.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The two signatures over raw body bytes. Plain functions.
public final class Signature {
  private static final String HMAC = "HmacSHA256";

  private Signature() {}

  /// Value of `X-Webhook-Signature`: `sha256=` and hex, over the body and nothing else.
  public static String contract(byte[] key, byte[] body) {
    return "sha256=" + HexFormat.of().formatHex(hmac(key, body));
  }

  /// Value of `webhook-signature`: `v1,` and base64, over id, time and body.
  public static String standard(byte[] key, String id, long seconds, byte[] body) {
    byte[] head = (id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8);
    return "v1," + Base64.getEncoder().encodeToString(hmac(key, head, body));
  }

  /// Whether a received value is the right one, in a time that tells nothing.
  public static boolean matches(String expected, String received) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), received.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + HMAC, e);
    }
  }
}
