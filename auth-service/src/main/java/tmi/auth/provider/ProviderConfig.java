package tmi.auth.provider;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// Settings of identity providers.
@ConfigMapping(prefix = "tmi.auth.provider")
public interface ProviderConfig {
  /// Whether the built-in provider, with which anybody signs in as anybody, is on
  /// (`OAUTH_PROVIDERS_TMI_ENABLED`). Absent: yes in development. Production refuses it.
  Optional<Boolean> builtIn();
}
