package tmi.kernel.patch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// What a noun's own operations mean in the standard's.
@FunctionalInterface
public interface Dialect {
  /// The standard alone.
  Dialect STANDARD = (operation, document) -> Optional.of(operation);

  /// The operation to apply in this one's place, given the document as it is by now; empty when
  /// there is nothing to do. The document is only looked at.
  Optional<PatchOperation> standard(PatchOperation operation, JsonNode document);
}
