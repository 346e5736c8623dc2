package tmi.model.cell;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where flows may be fastened to a node.
@Schema(name = "PortConfiguration", additionalProperties = Schema.False.class)
public record Ports(Map<String, Group> groups, List<Item> items) {

  /// Ports on one side.
  @Schema(name = "PortGroup")
  public record Group(Side position, Map<String, Object> attrs) {}

  /// One port.
  @Schema(name = "PortItem")
  public record Item(@NotNull String id, @NotNull String group, Map<String, Object> attrs) {}
}
