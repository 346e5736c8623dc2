package tmi.model.threat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.model.request.PatchStep;

/// Patches of several threats.
@RegisterForReflection
@Schema(name = "BulkPatchRequest", additionalProperties = Schema.False.class)
@JsonIgnoreProperties(ignoreUnknown = false)
public record ThreatPatches(@NotNull @Size(min = 1, max = 20) List<@NotNull @Valid One> patches) {

  /// The patch of one.
  @RegisterForReflection
  @Schema(name = "BulkPatch", additionalProperties = Schema.False.class)
  @JsonIgnoreProperties(ignoreUnknown = false)
  public record One(
      @NotNull UUID id,
      @NotNull @Schema(type = SchemaType.ARRAY, implementation = PatchStep.class)
          JsonNode operations) {}
}
