package tmi.collab.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What a client may say. Components are null when the client left them out; whoever handles a
/// message judges that.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "message_type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Request.Operate.class, name = "diagram_operation_request"),
  @JsonSubTypes.Type(value = Request.AskStatus.class, name = "sync_status_request"),
  @JsonSubTypes.Type(value = Request.Sync.class, name = "sync_request"),
  @JsonSubTypes.Type(value = Request.Undo.class, name = "undo_request"),
  @JsonSubTypes.Type(value = Request.Redo.class, name = "redo_request"),
  @JsonSubTypes.Type(value = Request.Present.class, name = "presenter_request"),
  @JsonSubTypes.Type(value = Request.ChangePresenter.class, name = "change_presenter_request"),
  @JsonSubTypes.Type(value = Request.DenyPresenter.class, name = "presenter_denied_request"),
  @JsonSubTypes.Type(value = Request.RemoveParticipant.class, name = "remove_participant_request"),
  @JsonSubTypes.Type(value = Request.Cursor.class, name = "presenter_cursor"),
  @JsonSubTypes.Type(value = Request.Selection.class, name = "presenter_selection")
})
public sealed interface Request {

  /// Changes cells, all or none.
  record Operate(String operationId, Long baseVector, JsonNode operation) implements Request {}

  /// Asks up to which number this socket was told everything.
  record AskStatus() implements Request {}

  /// Asks for the whole state unless the given number is the present one.
  record Sync(Long updateVector) implements Request {}

  /// Takes back the asker's latest operation.
  record Undo() implements Request {}

  /// Brings back what the asker undid last.
  record Redo() implements Request {}

  /// Asks for the presenter's role.
  record Present() implements Request {}

  /// The host gives the presenter's role, or clears it.
  record ChangePresenter(User newPresenter) implements Request {}

  /// The host refuses somebody the presenter's role.
  record DenyPresenter(User deniedUser) implements Request {}

  /// The host sends somebody out.
  record RemoveParticipant(User removedUser) implements Request {}

  /// Where the presenter points.
  record Cursor(Point cursorPosition) implements Request {}

  /// What the presenter has selected.
  record Selection(List<String> selectedCells) implements Request {}
}
