package tmi.gateway.metric;

import io.quarkus.runtime.util.ClassPathUtils;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/// The operations of the OpenAPI document that the gateway was packed with.
final class Operations {
  private Operations() {}

  /// Their paths, such as `/threat_models/{threat_model_id}`.
  static Set<String> templates() {
    Set<String> templates = new HashSet<>();
    try {
      ClassPathUtils.consumeAsStreams("openapi/tmi.json", packed -> templates.addAll(read(packed)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return templates;
  }

  private static Set<String> read(InputStream document) {
    try {
      return new JsonObject(Buffer.buffer(document.readAllBytes()))
          .getJsonObject("paths")
          .fieldNames();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
