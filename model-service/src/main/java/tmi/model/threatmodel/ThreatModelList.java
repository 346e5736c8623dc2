package tmi.model.threatmodel;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.kernel.page.Page;

/// One page of the models a caller may read.
@RegisterForReflection
@Schema(name = "ListThreatModelsResponse")
public record ThreatModelList(
    @NotNull List<ThreatModelItem> threatModels,
    @Schema(required = true) long total,
    @Schema(required = true) int limit,
    @Schema(required = true) int offset) {

  static ThreatModelList of(Page<ThreatModelItem> page) {
    return new ThreatModelList(
        page.items(), page.total(), page.window().limit(), page.window().offset());
  }
}
