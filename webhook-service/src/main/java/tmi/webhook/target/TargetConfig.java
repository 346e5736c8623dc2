package tmi.webhook.target;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;
import tmi.service.egress.AddressRange;
import tmi.service.egress.EgressPolicy;

/// What developers may open (`TMI_WEBHOOK_ALLOW_…`) and operators close.
@ConfigMapping(prefix = "tmi.webhook")
public interface TargetConfig {
  /// Allows `http://` targets; development and tests only.
  @WithDefault("false")
  boolean allowHttpTargets();

  /// Allows targets on this machine; development and tests only.
  @WithDefault("false")
  boolean allowLoopbackTargets();

  /// Ranges that nothing is sent to though they are public: the operator's own
  /// (`TMI_WEBHOOK_CLOSED_RANGES`, such as `198.51.100.0/24,2001:db8::/32`).
  Optional<List<AddressRange>> closedRanges();

  default EgressPolicy policy() {
    return new EgressPolicy(
        allowHttpTargets(), allowLoopbackTargets(), closedRanges().orElse(List.of()));
  }
}
