package tmi.trial;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

@Entity
@Table(name = "threats", schema = "model")
@DynamicUpdate
public class ThreatEntity {
  @Id public UUID id;

  @Column(name = "threat_model_id")
  public UUID threatModelId;

  public int alias;
  public String name;
  public String description;
  public String mitigation;
  public String severity;
  public String priority;
  public String status;
  public boolean mitigated;

  @Column(name = "issue_uri")
  public String issueUri;

  @Version public int version;

  @Column(name = "created_at", updatable = false)
  public OffsetDateTime createdAt;

  @Column(name = "modified_at")
  public OffsetDateTime modifiedAt;
}
