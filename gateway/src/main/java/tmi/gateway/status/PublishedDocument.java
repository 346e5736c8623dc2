package tmi.gateway.status;

import io.quarkus.runtime.util.ClassPathUtils;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/// The joined OpenAPI document, as it stood in `contract/openapi/` when the gateway was built.
@Singleton
class PublishedDocument {
  private static final String RESOURCE = "openapi/tmi.json";

  private final Buffer json = Buffer.buffer();
  private final String tag;

  PublishedDocument() {
    try {
      ClassPathUtils.consumeAsStreams(RESOURCE, this::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (json.length() == 0) {
      throw new IllegalStateException("the gateway was packed without " + RESOURCE);
    }
    CRC32 sum = new CRC32();
    sum.update(json.getBytes());
    tag = "\"%08x\"".formatted(sum.getValue());
  }

  Buffer json() {
    return json;
  }

  String tag() {
    return tag;
  }

  private void read(InputStream packed) {
    try {
      json.appendBytes(packed.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
