package tmi.model.diagram;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.model.cell.DiagramCell;
import tmi.model.metadata.Metadata;

/// A diagram as it is sent to replace another. What the server gives is refused, other unknown
/// fields are ignored; cells are judged by the diagram library.
///
/// @param image absent keeps the picture, JSON null takes it away
@RegisterForReflection
@Schema(name = "DfdDiagramInput")
@JsonIgnoreProperties(
    value = {"id", "alias", "created_at", "modified_at"},
    ignoreUnknown = true)
public record DiagramInput(
    @NotNull
        @Size(min = 1, max = 256)
        @Pattern(regexp = "[^<>\"'&]*", message = "must not contain < > \" ' or &")
        String name,
    @NotNull
        @Pattern(regexp = "DFD-1\\.0\\.0", message = "must be DFD-1.0.0")
        @Schema(enumeration = "DFD-1.0.0")
        String type,
    @Size(max = 2048)
        @Pattern(
            regexp = "[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]*",
            message = "must not contain control characters")
        @Schema(nullable = true)
        String description,
    @NotNull
        @Size(max = 10_000)
        @Schema(type = SchemaType.ARRAY, implementation = DiagramCell.class)
        List<JsonNode> cells,
    @Size(max = 10_000) @Schema(nullable = true) List<@NotNull @Valid Metadata> metadata,
    @Schema(implementation = Image.class, nullable = true) JsonNode image,
    @Size(max = 8) @Schema(nullable = true) List<@NotNull @Valid PaletteColor> colorPalette,
    Boolean includeInReport,
    Boolean timmyEnabled) {}
