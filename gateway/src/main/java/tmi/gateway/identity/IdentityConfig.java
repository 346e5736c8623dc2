package tmi.gateway.identity;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/// Whose word about the outsider's address is believed.
@ConfigMapping(prefix = "tmi.gateway.identity")
public interface IdentityConfig {
  /// Addresses or blocks of the proxies before the gateway (`TMI_TRUSTED_PROXIES`). Forwarding
  /// headers of anybody else are dropped.
  Optional<List<String>> trustedProxies();
}
