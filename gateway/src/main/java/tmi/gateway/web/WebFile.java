package tmi.gateway.web;

import io.vertx.core.http.impl.MimeMapping;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// One file of the web application.
///
/// @param length bytes
/// @param tag entity tag, from length and time
/// @param hashed its name contains a hash of its content, so it never changes
record WebFile(Path path, long length, String tag, String type, boolean hashed) {
  private static final Pattern HASHED_NAME = Pattern.compile(".*[-.][A-Za-z0-9_-]{8,}\\.[a-z0-9]+");

  static WebFile of(Path path, String name, long length, long modified) {
    String type = MimeMapping.getMimeTypeForFilename(name);
    boolean text = type != null && (type.startsWith("text/") || type.endsWith("javascript"));
    return new WebFile(
        path,
        length,
        "\"%x-%x\"".formatted(length, modified),
        type == null ? "application/octet-stream" : text ? type + "; charset=utf-8" : type,
        name.contains("assets/") && HASHED_NAME.matcher(name).matches());
  }

  String cacheControl() {
    return hashed ? "public, max-age=31536000, immutable" : "no-cache";
  }
}
