package tmi.trial;

import java.time.OffsetDateTime;
import java.util.UUID;

public record Threat(
    UUID id,
    UUID threatModelId,
    int alias,
    String name,
    String description,
    String mitigation,
    String severity,
    String priority,
    String status,
    boolean mitigated,
    String issueUri,
    int version,
    OffsetDateTime createdAt,
    OffsetDateTime modifiedAt) {

  static Threat of(ThreatEntity e) {
    return new Threat(
        e.id, e.threatModelId, e.alias, e.name, e.description, e.mitigation, e.severity, e.priority,
        e.status, e.mitigated, e.issueUri, e.version, e.createdAt, e.modifiedAt);
  }
}
