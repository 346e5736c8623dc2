package tmi.model.threat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.kernel.page.Page;

/// One page of a model's threats.
@RegisterForReflection
@Schema(name = "ListThreatsResponse")
public record ThreatList(
    @NotNull List<Threat> threats,
    @Schema(required = true) long total,
    @Schema(required = true) int limit,
    @Schema(required = true) int offset) {

  static ThreatList of(Page<Threat> page) {
    return new ThreatList(
        page.items(), page.total(), page.window().limit(), page.window().offset());
  }
}
