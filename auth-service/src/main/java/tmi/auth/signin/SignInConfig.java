package tmi.auth.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Settings of the code flow.
@ConfigMapping(prefix = "tmi.auth.signin")
public interface SignInConfig {
  /// Where people may be sent back to, addresses or beginnings that end in `*`
  /// (`TMI_OAUTH_CLIENT_CALLBACK_ALLOWLIST`). Absent: the suite's own web application, and in
  /// development any port of localhost.
  Optional<List<String>> clientCallbacks();

  /// How long a sign-in may take between its two halves.
  @WithDefault("PT10M")
  Duration pendingLife();
}
