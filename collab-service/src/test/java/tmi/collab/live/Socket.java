package tmi.collab.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import tmi.testkit.Awaits;

/// An open socket that remembers what it got.
final class Socket implements WebSocket.Listener {
  private static final ObjectMapper JSON = new ObjectMapper();
  final List<JsonNode> got = new CopyOnWriteArrayList<>();
  private final StringBuilder part = new StringBuilder();
  private volatile String closed = "";
  private WebSocket socket;

  static Socket open(HttpClient http, URI address) {
    Socket opened = new Socket();
    opened.socket = http.newWebSocketBuilder().buildAsync(address, opened).join();
    return opened;
  }

  static int refusal(HttpClient http, URI address, String... headers) {
    try {
      WebSocket.Builder builder = http.newWebSocketBuilder();
      for (int i = 0; i < headers.length; i += 2) {
        builder.header(headers[i], headers[i + 1]);
      }
      builder.buildAsync(address, new Socket()).join().abort();
      return 101;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
  }

  UUID edit() {
    UUID operationId = UUID.randomUUID();
    edit(operationId, UUID.randomUUID());
    return operationId;
  }

  void edit(UUID operationId, UUID cell) {
    label(operationId, cell, "A");
  }

  void label(UUID operationId, UUID cell, String text) {
    label(operationId, cell, text, "");
  }

  void label(UUID operationId, UUID cell, String text, String note) {
    ObjectNode data = JSON.createObjectNode().put("id", cell.toString()).put("shape", "process");
    data.putObject("position").put("x", 10).put("y", 20);
    data.putObject("size").put("width", 100).put("height", 60);
    data.putObject("attrs").putObject("text").put("text", text);
    data.putObject("data").put("note", note);
    send(operationId, cell, "add", data);
  }

  void move(UUID operationId, UUID cell, int x) {
    ObjectNode data = JSON.createObjectNode().put("id", cell.toString()).put("shape", "process");
    data.putObject("position").put("x", x).put("y", 20);
    data.putObject("size").put("width", 100).put("height", 60);
    send(operationId, cell, "update", data);
  }

  private void send(UUID operationId, UUID cell, String verb, ObjectNode data) {
    ObjectNode message =
        JSON.createObjectNode()
            .put("message_type", "diagram_operation_request")
            .put("operation_id", operationId.toString())
            .put("base_vector", 0);
    ObjectNode operation = message.putObject("operation").put("type", "patch");
    operation
        .putArray("cells")
        .addObject()
        .put("id", cell.toString())
        .put("operation", verb)
        .set("data", data);
    say(message.toString());
  }

  void say(String text) {
    socket.sendText(text, true).join();
  }

  void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "Client disconnect").join();
  }

  void abort() {
    socket.abort();
  }

  /// Waits for a message of a type.
  JsonNode await(String type) {
    return await(type, message -> true);
  }

  JsonNode await(String type, Predicate<JsonNode> condition) {
    Awaits.until(type + " in " + got, () -> all(type).stream().anyMatch(condition));
    return all(type).stream().filter(condition).findFirst().orElseThrow();
  }

  JsonNode awaitAcknowledged(UUID operationId) {
    return await(
        "operation_acknowledged",
        m -> m.path("operation_id").asText().equals(operationId.toString()));
  }

  List<JsonNode> all(String type) {
    return got.stream().filter(m -> m.path("message_type").asText().equals(type)).toList();
  }

  List<String> types() {
    return got.stream().map(m -> m.path("message_type").asText()).toList();
  }

  /// Numbers of events and acknowledgements in the order in which they came.
  List<Long> numbers() {
    return got.stream()
        .filter(m -> m.path("message_type").asText().matches("operation_acknowledged|.*_event"))
        .map(m -> m.path("sequence_number").asLong())
        .toList();
  }

  String closed() {
    return closed;
  }

  String awaitClosed() {
    Awaits.until("closed", () -> !closed.isEmpty());
    return closed;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    part.append(text);
    if (last) {
      try {
        got.add(JSON.readTree(part.toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed = code + " " + reason;
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed = "1006 " + error;
  }
}
