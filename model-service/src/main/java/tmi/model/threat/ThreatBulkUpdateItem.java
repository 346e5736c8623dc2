package tmi.model.threat;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A threat in a list of replacements, for the document alone: its id and what [NewThreat] says.
@Schema(allOf = {NewThreat.class, ThreatBulkUpdateItem.Id.class})
public record ThreatBulkUpdateItem() {

  /// Which threat is meant.
  @Schema(name = "ThreatBulkId")
  public record Id(@NotNull UUID id) {}
}
