package tmi.model.diagram;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tmi.kernel.problem.Problem;

/// The SVG of a picture as it is stored: base64 of UTF-8, of bounded size, a drawing and nothing
/// else. People see it as an image, where nothing would run anyway; this is the second lock.
final class Picture {
  private static final int MAX_BYTES = 1024 * 1024;

  private Picture() {}

  /// The same; 400 with the reason when it is not base64, not UTF-8, larger than 1 MiB or holds
  /// what [DrawingRules] do not take. Nothing is cut out of it.
  static String judged(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("image.svg", "must be base64");
    }
    if (bytes.length > MAX_BYTES) {
      throw Problem.invalid("image.svg", "must be at most 1 MiB");
    }
    new DrawingRules().check(text(bytes));
    return base64;
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Problem.invalid("image.svg", "must be UTF-8");
    }
  }
}
