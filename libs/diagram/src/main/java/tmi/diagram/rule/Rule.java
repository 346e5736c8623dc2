package tmi.diagram.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// What a value must be. Gives the value to store: itself, a repaired one, or nothing when it is to
/// be dropped; faults tell what had to be repaired.
@FunctionalInterface
interface Rule {
  Optional<JsonNode> check(JsonNode value, String path, Faults faults);
}
