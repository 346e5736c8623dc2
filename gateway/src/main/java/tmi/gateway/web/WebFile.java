package tmi.gateway.web;

import io.vertx.core.http.impl.MimeMapping;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// One file of the web application.
///
/// @param length bytes
/// @param tag entity tag, from the content: in an image all times are the same, and two releases of
///   an index are as long as each other
/// @param hashed its name contains a hash of its content, so it never changes
record WebFile(Path path, long length, String tag, String type, boolean hashed) {
  private static final int TAG_BYTES = 12;
  private static final Pattern HASHED_NAME = Pattern.compile(".*[-.][A-Za-z0-9_-]{8,}\\.[a-z0-9]+");

  static WebFile of(Path path, String name, byte[] content) {
    String type = MimeMapping.getMimeTypeForFilename(name);
    boolean text = type != null && (type.startsWith("text/") || type.endsWith("javascript"));
    return new WebFile(
        path,
        content.length,
        "\"%s\"".formatted(digest(content)),
        type == null ? "application/octet-stream" : text ? type + "; charset=utf-8" : type,
        name.contains("assets/") && HASHED_NAME.matcher(name).matches());
  }

  private static String digest(byte[] content) {
    try {
      byte[] all = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(all, 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  String cacheControl() {
    return hashed ? "public, max-age=31536000, immutable" : "no-cache";
  }
}
