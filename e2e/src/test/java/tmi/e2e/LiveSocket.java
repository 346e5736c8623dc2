package tmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/// A person's socket in a live room. Keeps every frame it was given, in order.
final class LiveSocket implements WebSocket.Listener {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
  private final StringBuilder partial = new StringBuilder();
  private WebSocket socket;
  private volatile boolean ended;
  private volatile int closeCode;

  private LiveSocket() {}

  /// Buys a ticket and connects to the session, asking for what came after the given number.
  static LiveSocket join(Visitor person, JsonNode session, Long lastSequence) {
    String id = session.get("session_id").asText();
    String ticket = person.get("/ws/ticket?session_id=" + id).get("ticket").asText();
    String url = session.get("websocket_url").asText();
    String address =
        url
            + (url.contains("?") ? "&" : "?")
            + "ticket="
            + ticket
            + (lastSequence == null ? "" : "&last_sequence=" + lastSequence);
    LiveSocket live = new LiveSocket();
    live.socket = person.http().newWebSocketBuilder().buildAsync(URI.create(address), live).join();
    return live;
  }

  /// As [#join], tried again while the gateway has no replica for it.
  static LiveSocket rejoin(Visitor person, JsonNode session, Long lastSequence) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(120))
        .ignoreExceptionsMatching(
            e -> e instanceof CompletionException || e instanceof AssertionError)
        .until(() -> join(person, session, lastSequence), live -> true);
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      frames.add(Visitor.json(partial.toString()));
      partial.setLength(0);
    }
    webSocket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    closeCode = statusCode;
    ended = true;
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    ended = true;
  }

  /// Sends an operation of one cell; answers its id.
  String send(long baseVector, ObjectNode cell) {
    String id = UUID.randomUUID().toString();
    send(id, baseVector, cell);
    return id;
  }

  void send(String operationId, long baseVector, ObjectNode cell) {
    ObjectNode message =
        JsonNodeFactory.instance
            .objectNode()
            .put("message_type", "diagram_operation_request")
            .put("operation_id", operationId)
            .put("base_vector", baseVector);
    message.putObject("operation").put("type", "patch").putArray("cells").add(cell);
    socket.sendText(message.toString(), true).join();
  }

  void say(String text) {
    socket.sendText(text, true).join();
  }

  JsonNode await(String what, Predicate<JsonNode> condition) {
    return Awaitility.await(what)
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> find(condition), Optional::isPresent)
        .orElseThrow();
  }

  JsonNode awaitType(String type) {
    return await(type, frame -> isType(frame, type));
  }

  JsonNode awaitAcknowledged(String operationId) {
    return await(
        "acknowledgement of " + operationId,
        frame ->
            isType(frame, "operation_acknowledged")
                && frame.get("operation_id").asText().equals(operationId));
  }

  JsonNode awaitNumber(long number) {
    return await("number " + number, frame -> number(frame) == number);
  }

  /// The numbers this socket was told, acknowledgements and events alike, in order of arrival.
  List<Long> numbers() {
    return frames.stream().map(LiveSocket::number).filter(number -> number > 0).toList();
  }

  static boolean isType(JsonNode frame, String type) {
    return frame.path("message_type").asText().equals(type);
  }

  private static long number(JsonNode frame) {
    boolean numbered =
        isType(frame, "operation_acknowledged") || isType(frame, "diagram_operation_event");
    return numbered ? frame.path("sequence_number").asLong() : 0;
  }

  private Optional<JsonNode> find(Predicate<JsonNode> condition) {
    return frames.stream().filter(condition).findFirst();
  }

  boolean ended() {
    return ended;
  }

  int closeCode() {
    return closeCode;
  }

  List<JsonNode> frames() {
    return frames;
  }

  void leave() {
    socket.sendClose(1000, "Client disconnect").join();
  }
}
