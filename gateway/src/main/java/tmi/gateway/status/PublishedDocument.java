package tmi.gateway.status;

import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/// The joined OpenAPI document, as it stood in `contract/openapi/` when the gateway was built.
@Singleton
class PublishedDocument {
  private static final String RESOURCE = "/openapi/tmi.json";

  private final Buffer json;
  private final String tag;

  PublishedDocument() {
    try (InputStream in = PublishedDocument.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the gateway was packed without " + RESOURCE);
      }
      byte[] bytes = in.readAllBytes();
      CRC32 sum = new CRC32();
      sum.update(bytes);
      json = Buffer.buffer(bytes);
      tag = "\"%08x\"".formatted(sum.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Buffer json() {
    return json;
  }

  String tag() {
    return tag;
  }
}
