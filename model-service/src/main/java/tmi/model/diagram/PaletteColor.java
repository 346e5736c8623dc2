package tmi.model.diagram;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One colour of a diagram's own palette.
@RegisterForReflection
@Schema(name = "ColorPaletteEntry")
@JsonIgnoreProperties(ignoreUnknown = true)
public record PaletteColor(
    @NotNull @Min(1) @Max(8) Integer position,
    @NotNull
        @Pattern(
            regexp = "#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?",
            message = "must look like #ABC or #AABBCC")
        String color) {}
