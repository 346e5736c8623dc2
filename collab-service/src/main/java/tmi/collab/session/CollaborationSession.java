package tmi.collab.session;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.collab.protocol.Participant;
import tmi.collab.protocol.User;

/// A live session as the interface shows it. The presenter is left out when there is none.
@Schema(additionalProperties = Schema.False.class)
public record CollaborationSession(
    @NotNull @Schema(readOnly = true) UUID sessionId,
    @NotNull @Schema(readOnly = true) User host,
    @Schema(readOnly = true) User presenter,
    @NotNull UUID threatModelId,
    @NotNull @Size(max = 256) @Pattern(regexp = "^[^\\x00-\\x1F]*$") String threatModelName,
    @NotNull UUID diagramId,
    @NotNull @Size(max = 256) @Pattern(regexp = "^[^\\x00-\\x1F]*$") String diagramName,
    @NotNull @Size(max = 1000) List<Participant> participants,
    @NotNull @Size(max = 1024) String websocketUrl) {

  static CollaborationSession of(LiveSession session, List<Participant> people, String url) {
    return new CollaborationSession(
        session.id(),
        session.host(),
        session.presenter(),
        session.modelId(),
        session.modelName(),
        session.diagramId(),
        session.diagramName(),
        people,
        url);
  }
}
