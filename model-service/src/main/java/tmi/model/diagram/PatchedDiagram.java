package tmi.model.diagram;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import tmi.kernel.patch.Patched;
import tmi.kernel.problem.Problem;
import tmi.model.metadata.Metadata;

/// The document that a diagram's patch was applied to, read back and judged. A stored name is never
/// refused; a patched one is judged as PUT judges it.
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record PatchedDiagram(
    @NotNull
        @Size(min = 1, max = 256)
        @Pattern(
            regexp = "[^\\x00-\\x1F]*",
            message = "must not contain control characters or line breaks")
        String name,
    @Size(max = 2048)
        @Pattern(
            regexp = "[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]*",
            message = "must not contain control characters")
        String description,
    @NotNull @Size(max = 10_000) List<JsonNode> cells,
    @Size(max = 10_000) List<@NotNull @Valid Metadata> metadata,
    JsonNode image,
    @Size(max = 8) List<@NotNull @Valid PaletteColor> colorPalette,
    Boolean includeInReport,
    Boolean timmyEnabled) {

  private static final String FORBIDDEN_IN_NAMES = "<>\"'&";

  PatchedDiagram checkedAgainst(Patched change) {
    if (change.changes("name") && name.chars().anyMatch(c -> FORBIDDEN_IN_NAMES.indexOf(c) >= 0)) {
      throw Problem.invalid("name", "must not contain < > \" ' or &");
    }
    return this;
  }

  /// As if it had been sent whole; a picture that did not change was judged when it was.
  DiagramInput toInput(Patched change) {
    return new DiagramInput(
        name,
        "DFD-1.0.0",
        description,
        cells,
        metadata,
        change.changes("image") ? image : null,
        colorPalette,
        includeInReport,
        timmyEnabled);
  }
}
