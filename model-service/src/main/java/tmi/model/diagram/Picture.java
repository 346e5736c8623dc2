package tmi.model.diagram;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import tmi.kernel.problem.Problem;

/// The SVG of a picture as it is stored: base64 of UTF-8, of bounded size, with nothing in it that
/// runs. People see it as an image, where nothing would run anyway; this is the second lock.
final class Picture {
  private static final int MAX_BYTES = 1024 * 1024;
  private static final Pattern ACTIVE =
      Pattern.compile(
          "<\\s*script\\b.*?(</\\s*script\\s*>|$)|<\\s*foreignObject\\b.*?(</\\s*foreignObject\\s*>|$)"
              + "|\\son[a-z]+\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>]+)|javascript:",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Picture() {}

  /// 400 when it is not base64, not UTF-8 or larger than 1 MiB.
  static String clean(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("image.svg", "must be base64");
    }
    if (bytes.length > MAX_BYTES) {
      throw Problem.invalid("image.svg", "must be at most 1 MiB");
    }
    String svg = text(bytes);
    String before = svg;
    String clean = ACTIVE.matcher(svg).replaceAll("");
    while (!clean.equals(before)) {
      before = clean;
      clean = ACTIVE.matcher(before).replaceAll("");
    }
    return clean.equals(svg)
        ? base64
        : Base64.getEncoder().encodeToString(clean.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Problem.invalid("image.svg", "must be UTF-8");
    }
  }
}
