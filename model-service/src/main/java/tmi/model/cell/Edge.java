package tmi.model.cell;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A flow from one node to another.
public record Edge(
    @NotNull UUID id,
    @NotNull @Schema(enumeration = "flow") String shape,
    CellData data,
    @NotNull Terminal source,
    @NotNull Terminal target,
    EdgeAttrs attrs,
    List<EdgeLabel> labels,
    List<Point> vertices,
    @Schema(oneOf = {RouterName.class, Router.class}) Object router,
    @Schema(oneOf = {ConnectorName.class, Connector.class}) Object connector,
    @JsonProperty("defaultLabel") EdgeLabel defaultLabel)
    implements DiagramCell {

  /// One end.
  @Schema(name = "EdgeTerminal", additionalProperties = Schema.False.class)
  public record Terminal(@NotNull UUID cell, @Schema(nullable = true) String port) {}

  /// A bend.
  @Schema(name = "Point", additionalProperties = Schema.False.class)
  public record Point(@NotNull Double x, @NotNull Double y) {}

  /// Which way it takes, with settings.
  @Schema(name = "EdgeRouter", additionalProperties = Schema.False.class)
  public record Router(@NotNull RouterName name, RouterArgs args) {}

  /// Settings of a router.
  @Schema(additionalProperties = Schema.True.class)
  public record RouterArgs(Double padding, Double step, List<Side> directions) {}

  /// How its corners are drawn, with settings.
  @Schema(name = "EdgeConnector", additionalProperties = Schema.False.class)
  public record Connector(@NotNull ConnectorName name, ConnectorArgs args) {}

  /// Settings of a connector.
  @Schema(additionalProperties = Schema.True.class)
  public record ConnectorArgs(
      Double radius,
      Double precision,
      Double size,
      @Schema(enumeration = {"arc", "gap", "cubic"}) String jump) {}
}
