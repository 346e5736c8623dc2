package tmi.diagram.store.log;

import java.util.Optional;
import tmi.diagram.merge.Accepted;

/// An operation on its way into the log.
///
/// @param bodyHash what its author sent, for telling a repetition from another operation
public record Entry(Accepted accepted, Kind kind, String bodyHash) {
  Optional<Long> inverts() {
    return accepted.inverts();
  }
}
