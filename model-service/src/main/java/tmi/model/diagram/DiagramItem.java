package tmi.model.diagram;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A diagram in a list: without its cells.
@RegisterForReflection
@Schema(name = "DiagramListItem", additionalProperties = Schema.False.class)
public record DiagramItem(
    @NotNull @Schema(readOnly = true) UUID id,
    @Schema(readOnly = true) int alias,
    @NotNull String name,
    @NotNull @Schema(enumeration = "DFD-1.0.0") String type,
    @Schema(nullable = true) String description,
    @Schema(nullable = true) Image image,
    boolean includeInReport,
    boolean timmyEnabled,
    @NotNull @Schema(readOnly = true) OffsetDateTime createdAt,
    @NotNull @Schema(readOnly = true) OffsetDateTime modifiedAt,
    @Schema(readOnly = true, nullable = true) OffsetDateTime deletedAt) {

  static DiagramItem of(DfdDiagram diagram) {
    return new DiagramItem(
        diagram.id(),
        diagram.alias(),
        diagram.name(),
        diagram.type(),
        diagram.description(),
        diagram.image(),
        diagram.includeInReport(),
        diagram.timmyEnabled(),
        diagram.createdAt(),
        diagram.modifiedAt(),
        diagram.deletedAt());
  }
}
