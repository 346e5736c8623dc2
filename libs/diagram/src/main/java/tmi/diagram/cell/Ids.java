package tmi.diagram.cell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;

/// Reads ids of cells; `UUID.fromString` alone takes shortened groups as well.
public final class Ids {
  private Ids() {}

  /// The id in a JSON text of exactly 36 characters, else empty.
  public static Optional<UUID> parse(JsonNode node) {
    return node.isTextual() ? parse(node.textValue()) : Optional.empty();
  }

  /// The id in a text of exactly 36 characters, else empty.
  public static Optional<UUID> parse(String text) {
    if (text.length() != 36) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
