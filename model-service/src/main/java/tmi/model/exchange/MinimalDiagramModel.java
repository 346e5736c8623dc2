package tmi.model.exchange;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.model.cell.Edge;

/// The form of [Minimal], for the OpenAPI document alone.
@Schema(additionalProperties = Schema.False.class)
public record MinimalDiagramModel(
    @NotNull UUID id,
    @NotNull String name,
    @NotNull String description,
    @NotNull Map<String, String> metadata,
    @NotNull List<MinimalCell> cells,
    @NotNull List<Asset> assets) {

  /// A node or a flow.
  @Schema(
      oneOf = {MinimalNode.class, MinimalEdge.class},
      discriminatorProperty = "shape",
      discriminatorMapping = {
        @DiscriminatorMapping(value = "actor", schema = MinimalNode.class),
        @DiscriminatorMapping(value = "process", schema = MinimalNode.class),
        @DiscriminatorMapping(value = "store", schema = MinimalNode.class),
        @DiscriminatorMapping(value = "security-boundary", schema = MinimalNode.class),
        @DiscriminatorMapping(value = "text-box", schema = MinimalNode.class),
        @DiscriminatorMapping(value = "flow", schema = MinimalEdge.class)
      })
  public sealed interface MinimalCell permits MinimalNode, MinimalEdge {}

  /// A thing and what is in it.
  @Schema(additionalProperties = Schema.False.class)
  public record MinimalNode(
      @NotNull UUID id,
      @NotNull @Schema(enumeration = {"actor", "process", "store", "security-boundary", "text-box"})
          String shape,
      @Schema(nullable = true) UUID parent,
      @NotNull List<UUID> children,
      @NotNull List<String> labels,
      @NotNull Map<String, String> metadata,
      @NotNull @Schema(defaultValue = "false") Boolean securityBoundary,
      List<UUID> dataAssetIds)
      implements MinimalCell {}

  /// A flow and its ends.
  @Schema(additionalProperties = Schema.False.class)
  public record MinimalEdge(
      @NotNull UUID id,
      @NotNull @Schema(enumeration = "flow") String shape,
      @NotNull Edge.Terminal source,
      @NotNull Edge.Terminal target,
      @NotNull List<String> labels,
      @NotNull Map<String, String> metadata,
      List<UUID> dataAssetIds)
      implements MinimalCell {}

  /// Something of value that cells refer to.
  public record Asset(@NotNull UUID id, @NotNull String name, @NotNull String type) {}
}
