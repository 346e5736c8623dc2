package tmi.webhook.target;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import tmi.service.egress.EgressPolicy;

/// What developers may open (`TMI_WEBHOOK_ALLOW_…`).
@ConfigMapping(prefix = "tmi.webhook")
public interface TargetConfig {
  /// Allows `http://` targets; development and tests only.
  @WithDefault("false")
  boolean allowHttpTargets();

  /// Allows targets on this machine; development and tests only.
  @WithDefault("false")
  boolean allowLoopbackTargets();

  default EgressPolicy policy() {
    return new EgressPolicy(allowHttpTargets(), allowLoopbackTargets());
  }
}
