package tmi.collab.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What the server says. Every message is one JSON object with its `message_type` first.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "message_type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Event.DiagramState.class, name = "diagram_state"),
  @JsonSubTypes.Type(value = Event.Acknowledged.class, name = "operation_acknowledged"),
  @JsonSubTypes.Type(value = Event.Operation.class, name = "diagram_operation_event"),
  @JsonSubTypes.Type(value = Event.Rejected.class, name = "operation_rejected"),
  @JsonSubTypes.Type(value = Event.Denied.class, name = "authorization_denied"),
  @JsonSubTypes.Type(value = Event.SyncStatus.class, name = "sync_status_response"),
  @JsonSubTypes.Type(value = Event.History.class, name = "history_operation"),
  @JsonSubTypes.Type(value = Event.Participants.class, name = "participants_update"),
  @JsonSubTypes.Type(value = Event.Cursor.class, name = "presenter_cursor"),
  @JsonSubTypes.Type(value = Event.Selection.class, name = "presenter_selection"),
  @JsonSubTypes.Type(value = Event.Fault.class, name = "error")
})
public sealed interface Event {

  /// The whole diagram as it was at a number; the socket gets what comes after it, and only that.
  ///
  /// @param cells their JSON as it is stored: a diagram may be large, and is not read here
  record DiagramState(UUID diagramId, long updateVector, long sequenceNumber, List<RawValue> cells)
      implements Event {}

  /// The sender's operation is stored.
  record Acknowledged(UUID operationId, long sequenceNumber, long updateVector) implements Event {}

  /// Somebody's operation, as it came out: whole resulting cells.
  record Operation(
      User initiatingUser,
      UUID operationId,
      long sequenceNumber,
      long updateVector,
      JsonNode operation)
      implements Event {}

  /// The sender's operation was refused as a whole.
  record Rejected(
      String operationId,
      long updateVector,
      String reason,
      String message,
      String details,
      List<UUID> affectedCells,
      boolean requiresResync,
      Instant timestamp)
      implements Event {}

  /// The sender may not change the diagram.
  record Denied(String originalOperationId, String reason) implements Event {}

  /// Everything up to this number has been sent to this socket.
  record SyncStatus(long updateVector, long sequenceNumber) implements Event {}

  /// Undo or redo had nothing to do.
  record History(String operationType, String message) implements Event {}

  /// Who is in the session. The first user is always written, null too: the existing client fails
  /// without it (realtime contract 4.3).
  record Participants(
      @JsonInclude User initiatingUser,
      List<Participant> participants,
      User host,
      @JsonInclude User currentPresenter)
      implements Event {}

  /// Where the presenter points.
  record Cursor(Point cursorPosition) implements Event {}

  /// What the presenter has selected.
  record Selection(List<String> selectedCells) implements Event {}

  /// Something went wrong with one socket's message, or with its session. See [Faults].
  record Fault(String error, String code, String message, Instant timestamp) implements Event {}
}
