package tmi.model.cell;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.model.metadata.Metadata;

/// What people and tools attach to a cell: open, these keys have a meaning.
@Schema(additionalProperties = Schema.True.class)
public record CellData(
    @JsonProperty("_metadata") List<Metadata> metadata,
    @Schema(defaultValue = "false") Boolean securityBoundary,
    List<UUID> dataAssets) {}
