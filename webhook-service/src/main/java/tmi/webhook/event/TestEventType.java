package tmi.webhook.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The names that a test delivery may carry.
@Schema(name = "WebhookTestEventType")
public enum TestEventType {
  @JsonProperty("threat_model.created")
  THREAT_MODEL_CREATED,
  @JsonProperty("threat_model.updated")
  THREAT_MODEL_UPDATED,
  @JsonProperty("threat_model.deleted")
  THREAT_MODEL_DELETED,
  @JsonProperty("diagram.created")
  DIAGRAM_CREATED,
  @JsonProperty("diagram.updated")
  DIAGRAM_UPDATED,
  @JsonProperty("diagram.deleted")
  DIAGRAM_DELETED,
  @JsonProperty("document.created")
  DOCUMENT_CREATED,
  @JsonProperty("document.updated")
  DOCUMENT_UPDATED,
  @JsonProperty("document.deleted")
  DOCUMENT_DELETED,
  @JsonProperty("document.extraction_completed")
  DOCUMENT_EXTRACTION_COMPLETED,
  @JsonProperty("document.extraction_failed")
  DOCUMENT_EXTRACTION_FAILED,
  @JsonProperty("note.created")
  NOTE_CREATED,
  @JsonProperty("note.updated")
  NOTE_UPDATED,
  @JsonProperty("note.deleted")
  NOTE_DELETED,
  @JsonProperty("repository.created")
  REPOSITORY_CREATED,
  @JsonProperty("repository.updated")
  REPOSITORY_UPDATED,
  @JsonProperty("repository.deleted")
  REPOSITORY_DELETED,
  @JsonProperty("asset.created")
  ASSET_CREATED,
  @JsonProperty("asset.updated")
  ASSET_UPDATED,
  @JsonProperty("asset.deleted")
  ASSET_DELETED,
  @JsonProperty("threat.created")
  THREAT_CREATED,
  @JsonProperty("threat.updated")
  THREAT_UPDATED,
  @JsonProperty("threat.deleted")
  THREAT_DELETED,
  @JsonProperty("metadata.created")
  METADATA_CREATED,
  @JsonProperty("metadata.updated")
  METADATA_UPDATED,
  @JsonProperty("metadata.deleted")
  METADATA_DELETED,
  @JsonProperty("system_audit.admin_write")
  SYSTEM_AUDIT_ADMIN_WRITE;

  /// The name as sent; also what a refusal lists.
  @Override
  public String toString() {
    return EventName.of(this);
  }
}
