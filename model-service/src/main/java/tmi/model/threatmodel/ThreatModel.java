package tmi.model.threatmodel;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.model.diagram.DfdDiagram;
import tmi.model.metadata.Metadata;
import tmi.model.sharing.Authorization;
import tmi.model.sharing.User;
import tmi.model.threat.Threat;

/// A threat model as it is shown, with its diagrams and threats inside.
@RegisterForReflection
public record ThreatModel(
    @Schema(readOnly = true) UUID id,
    @Schema(readOnly = true) int alias,
    @NotNull String name,
    @Schema(nullable = true) String description,
    @NotNull User owner,
    @Schema(readOnly = true) User createdBy,
    @NotNull String threatModelFramework,
    @NotNull @Schema(nullable = true) List<Authorization> authorization,
    @Schema(nullable = true) List<Metadata> metadata,
    @Schema(format = "uri", nullable = true) String issueUri,
    String status,
    @Schema(readOnly = true) OffsetDateTime statusUpdated,
    @Schema(readOnly = true) boolean isConfidential,
    @Schema(nullable = true) User securityReviewer,
    @Schema(nullable = true) UUID projectId,
    @Schema(readOnly = true) int version,
    @Schema(readOnly = true) OffsetDateTime createdAt,
    @Schema(readOnly = true) OffsetDateTime modifiedAt,
    @Schema(readOnly = true, nullable = true) OffsetDateTime deletedAt,
    @Schema(readOnly = true) List<DfdDiagram> diagrams,
    @Schema(readOnly = true) List<Threat> threats) {

  ThreatModel with(List<DfdDiagram> diagrams, List<Threat> threats) {
    return new ThreatModel(
        id,
        alias,
        name,
        description,
        owner,
        createdBy,
        threatModelFramework,
        authorization,
        metadata,
        issueUri,
        status,
        statusUpdated,
        isConfidential,
        securityReviewer,
        projectId,
        version,
        createdAt,
        modifiedAt,
        deletedAt,
        diagrams,
        threats);
  }
}
