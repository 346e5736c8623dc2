package tmi.model.diagram;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A diagram as it is sent to be made: name and type, nothing else.
@RegisterForReflection
@Schema(name = "CreateDiagramRequest", additionalProperties = Schema.False.class)
@JsonIgnoreProperties(ignoreUnknown = false)
public record NewDiagram(
    @NotNull
        @Size(min = 1, max = 256)
        @Pattern(
            regexp = "[^\\x00-\\x1F]*",
            message = "must not contain control characters or line breaks")
        String name,
    @NotNull
        @Pattern(regexp = "DFD-1\\.0\\.0", message = "must be DFD-1.0.0")
        @Schema(enumeration = "DFD-1.0.0")
        String type) {}
