package tmi.model.diagram;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.kernel.page.Page;

/// One page of a model's diagrams.
@RegisterForReflection
@Schema(name = "ListDiagramsResponse")
public record DiagramList(
    @NotNull List<DiagramItem> diagrams,
    @Schema(required = true) long total,
    @Schema(required = true) int limit,
    @Schema(required = true) int offset) {

  static DiagramList of(Page<DfdDiagram> page) {
    return new DiagramList(
        page.items().stream().map(DiagramItem::of).toList(),
        page.total(),
        page.window().limit(),
        page.window().offset());
  }
}
