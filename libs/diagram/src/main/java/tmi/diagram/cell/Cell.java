package tmi.diagram.cell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/// One node or flow of a diagram in its stored form: flat geometry, `parent` present on nodes,
/// canonical numbers, every unknown key kept. The tree is never changed once it is in a cell;
/// whoever wants another cell makes another tree.
public record Cell(UUID id, ObjectNode data) {

  /// The shape word, for instance `process`; empty when the tree has none.
  public String shape() {
    return data.path("shape").asText("");
  }

  /// A flow; everything else is a node.
  public boolean isEdge() {
    return shape().equals("flow");
  }

  /// The node that this node is embedded in.
  public Optional<UUID> parent() {
    return Ids.parse(data.path("parent"));
  }

  /// The cell that a flow starts at.
  public Optional<UUID> source() {
    return Ids.parse(data.path("source").path("cell"));
  }

  /// The cell that a flow ends at.
  public Optional<UUID> target() {
    return Ids.parse(data.path("target").path("cell"));
  }

  /// How large it is: the bytes of its JSON, without blanks, in UTF-8.
  public int bytes() {
    return data.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  /// True when both say the same, whatever the order of keys.
  public boolean saysTheSameAs(JsonNode other) {
    return data.equals(other);
  }
}
