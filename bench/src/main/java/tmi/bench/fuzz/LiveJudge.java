package tmi.bench.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tmi.bench.wire.Frame;

/// What every frame of the server must be, and that each operation is answered once.
final class LiveJudge {
  private static final Set<String> TYPES =
      Set.of(
          "diagram_state",
          "operation_acknowledged",
          "diagram_operation_event",
          "operation_rejected",
          "authorization_denied",
          "sync_status_response",
          "history_operation",
          "participants_update",
          "presenter_cursor",
          "presenter_selection",
          "error");

  /// Frames of operations by id, with how many answers came.
  private final Map<String, String> asked = new HashMap<>();

  void asks(String operationId, String frame) {
    asked.put(operationId, frame);
  }

  /// Frames that were never answered; a socket that ended owes no answer.
  List<String> unanswered() {
    return List.copyOf(asked.values());
  }

  void forget() {
    asked.clear();
  }

  List<String> faults(Frame frame) {
    List<String> faults = new ArrayList<>();
    if (frame.opcode() != Frame.TEXT) {
      return List.of("a frame that is no text");
    }
    try {
      message(frame.json(), faults);
    } catch (UncheckedIOException e) {
      faults.add("no readable JSON");
    }
    return faults;
  }

  private void message(JsonNode message, List<String> faults) {
    String type = message.path("message_type").asText();
    if (!TYPES.contains(type)) {
      faults.add("message_type is not of the protocol");
    }
    if (Judge.hasLoneSurrogate(message.toString())) {
      faults.add("lone surrogate");
    }
    if (type.equals("error")
        && !List.of("error", "code", "message", "timestamp").stream()
            .allMatch(message::hasNonNull)) {
      faults.add("error without its members");
    }
    if (Judge.tellsAboutTheInside(message.path("message").asText())) {
      faults.add("text tells about the inside");
    }
    String id = message.path("operation_id").asText(message.path("original_operation_id").asText());
    if (!type.equals("diagram_operation_event")) {
      asked.remove(id);
    }
    if (message.path("code").asText().equals("too_many_operations")) {
      asked.clear(); // names no operation
    }
  }
}
