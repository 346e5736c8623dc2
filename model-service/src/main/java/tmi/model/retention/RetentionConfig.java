package tmi.model.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long things are kept.
@ConfigMapping(prefix = "tmi.model.retention")
public interface RetentionConfig {
  /// How often it is looked.
  @WithDefault("10m")
  Duration poll();

  /// How long one run may take; what is left goes with the next.
  @WithDefault("60s")
  Duration longest();

  /// Rows taken away in one transaction; of an operation log, operations a diagram.
  @WithDefault("1000")
  int portion();

  /// Entries of the audit trail.
  @WithDefault("365d")
  Duration auditEntries();

  /// Operations of a diagram's log.
  @WithDefault("30d")
  Duration operations();

  /// Operations of a diagram's log, however young.
  @WithDefault("10000")
  long operationsADiagram();

  /// What a sign-in was given last of a diagram; no shorter than sign-ins last.
  @WithDefault("30d")
  Duration givenStates();

  /// Threat models, diagrams and threats that were deleted.
  @WithDefault("30d")
  Duration deleted();
}
