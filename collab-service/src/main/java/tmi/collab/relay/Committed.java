package tmi.collab.relay;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import tmi.collab.protocol.User;
import tmi.diagram.operation.Applied;
import tmi.diagram.operation.OperationJson;

/// An operation that is in the log, as replicas hand it on.
///
/// @param number its place in the one order, and the update vector after it
/// @param operation its resulting cells in wire form
/// @param reordered the list order changed too: whoever follows needs the whole state
@RegisterForReflection
public record Committed(
    long number, UUID author, User user, UUID operationId, JsonNode operation, boolean reordered) {

  public static Committed of(Applied applied, User user) {
    return new Committed(
        applied.seq(),
        applied.author(),
        user,
        applied.operationId(),
        OperationJson.write(applied.cells()),
        applied.reordered());
  }
}
