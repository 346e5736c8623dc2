package tmi.collab.connection;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import tmi.collab.protocol.Codec;
import tmi.collab.protocol.Head;
import tmi.collab.protocol.Request;
import tmi.collab.protocol.Unreadable;
import tmi.collab.room.Draft;
import tmi.collab.room.Room;
import tmi.diagram.operation.OperationJson;
import tmi.diagram.rule.Reason;
import tmi.diagram.rule.Refusal;
import tmi.diagram.rule.Refused;
import tmi.kernel.id.Ids;

/// What one client says, brought to its room. No message of any form ends the session of a client.
final class Conversation {
  private static final String LATER = "This server does not take this message yet";
  private static final int ID_MOST = 64;
  private final LiveSocket socket;
  private final Room room;
  private final Codec codec;
  private final Bucket bucket;
  private final Pointer pointer;
  private final Supplier<UUID> ids;

  Conversation(
      LiveSocket socket,
      Room room,
      Codec codec,
      Bucket bucket,
      Pointer pointer,
      Supplier<UUID> ids) {
    this.socket = socket;
    this.room = room;
    this.codec = codec;
    this.bucket = bucket;
    this.pointer = pointer;
    this.ids = ids;
  }

  LiveSocket socket() {
    return socket;
  }

  void hear(String text) {
    socket.said();
    try {
      if (bucket.take(System.nanoTime())) {
        answer(codec.read(text), text.length());
      } else {
        slowDown(codec.head(text));
      }
    } catch (Unreadable e) {
      room.refuse(socket, e.code(), e.getMessage());
    }
  }

  private void answer(Request request, int characters) {
    switch (request) {
      case Request.Operate operate -> operate(operate, characters);
      case Request.AskStatus() -> room.status(socket);
      case Request.Sync(Long vector) -> room.synchronise(socket, vector);
      case Request.Undo() -> history(new Draft.Undo(ids.get()), characters);
      case Request.Redo() -> history(new Draft.Redo(ids.get()), characters);
      case Request.Cursor(var position) -> pointer.cursor(position);
      case Request.Selection(var cells) -> pointer.selection(cells);
      case Request.Present p -> later();
      case Request.ChangePresenter c -> later();
      case Request.DenyPresenter d -> later();
      case Request.RemoveParticipant r -> later();
    }
  }

  private void later() {
    room.refuse(socket, "not_available", LATER);
  }

  private void operate(Request.Operate operate, int characters) {
    String operationId = shown(operate.operationId());
    if (!socket.mayWrite()) {
      room.deny(socket, operationId);
      return;
    }
    try {
      UUID id =
          Ids.parse(operationId)
              .orElseThrow(() ->
                  new Refused(
                      Refusal.invalid("invalid_operation_id", "operation_id must be a UUID")));
      if (operate.operation() == null) {
        throw new Refused(Refusal.invalid("missing_operation", "operation is missing"));
      }
      room.submit(
          socket,
          new Draft.Edit(id, operate.baseVector(), OperationJson.read(operate.operation())),
          characters);
    } catch (Refused e) {
      room.reject(socket, operationId, e.refusal());
    }
  }

  private void history(Draft draft, int characters) {
    if (socket.mayWrite()) {
      room.submit(socket, draft, characters);
    } else {
      room.deny(socket, "");
    }
  }

  /// What a refusal repeats of an operation id; one that is longer than ids are is cut, as it would
  /// come back a hundred times a second.
  private static String shown(String operationId) {
    String id = operationId == null ? "" : operationId;
    return id.length() <= ID_MOST ? id : id.substring(0, ID_MOST);
  }

  /// A pointer that comes too often is no loss; anything else is answered. None is read whole.
  private void slowDown(Head head) {
    String message = "You send more messages than the server takes from one connection";
    switch (head.type()) {
      case "diagram_operation_request" ->
          room.reject(
              socket,
              shown(head.operationId()),
              new Refusal(
                  Reason.VALIDATION_FAILED, "rate_limit_exceeded", message, List.of(), true));
      case "presenter_cursor", "presenter_selection" -> {}
      default -> room.refuse(socket, "rate_limit_exceeded", message);
    }
  }
}
