package tmi.bench.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What came back.
public record Answer(int status, List<Header> headers, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// The first of that name, empty when there is none.
  public String header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst()
        .orElse("");
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(text(), e);
    }
  }

  /// The body of an answer that must have the status.
  public JsonNode must(int wanted) {
    if (status != wanted) {
      throw new IllegalStateException("%d, not %d: %s".formatted(status, wanted, text()));
    }
    return header("Content-Type").startsWith("application/json") ? json() : JSON.missingNode();
  }
}
