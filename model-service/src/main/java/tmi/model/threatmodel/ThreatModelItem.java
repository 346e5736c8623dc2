package tmi.model.threatmodel;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.model.sharing.User;

/// A threat model in a list, with counts in place of what is inside it.
@RegisterForReflection
@Schema(name = "TMListItem", additionalProperties = Schema.False.class)
public record ThreatModelItem(
    @NotNull @Schema(readOnly = true) UUID id,
    @Schema(readOnly = true) int alias,
    @NotNull String name,
    String description,
    @NotNull OffsetDateTime createdAt,
    @NotNull OffsetDateTime modifiedAt,
    @NotNull User owner,
    @NotNull User createdBy,
    @NotNull String threatModelFramework,
    @NotNull Integer documentCount,
    @NotNull Integer repoCount,
    @NotNull Integer diagramCount,
    @NotNull Integer threatCount,
    @NotNull Integer assetCount,
    @NotNull Integer noteCount,
    @Schema(format = "uri") String issueUri,
    String status,
    @Schema(readOnly = true) OffsetDateTime statusUpdated,
    @Schema(nullable = true) User securityReviewer,
    @Schema(readOnly = true, nullable = true) OffsetDateTime deletedAt) {}
