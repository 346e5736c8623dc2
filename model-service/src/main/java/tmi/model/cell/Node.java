package tmi.model.cell;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A thing in a diagram, at a place.
public record Node(
    @NotNull UUID id,
    @NotNull @Schema(enumeration = {"actor", "process", "store", "security-boundary", "text-box"})
        String shape,
    CellData data,
    Position position,
    Size size,
    Double x,
    Double y,
    @DecimalMin("40") Double width,
    @DecimalMin("30") Double height,
    @Schema(defaultValue = "0") Double angle,
    NodeAttrs attrs,
    Ports ports,
    @Schema(nullable = true) UUID parent,
    List<UUID> children)
    implements DiagramCell {

  /// Upper left corner.
  public record Position(@NotNull Double x, @NotNull Double y) {}

  /// Extent.
  public record Size(
      @NotNull @DecimalMin("40") Double width, @NotNull @DecimalMin("30") Double height) {}
}
