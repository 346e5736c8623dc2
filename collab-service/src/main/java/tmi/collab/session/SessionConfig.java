package tmi.collab.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// The life of live sessions.
@ConfigMapping(prefix = "tmi.collab.session")
public interface SessionConfig {
  /// The suite's address as outsiders see it (`TMI_SERVER_BASE_URL`); without it the request tells.
  Optional<String> baseUrl();

  /// How long a session waits for its host to come back before somebody else becomes host.
  @WithDefault("45s")
  Duration hostGrace();

  /// How long a session without any socket goes on, from its start or from the last one's end.
  @WithDefault("60s")
  Duration emptyGrace();

  /// How long a socket counts as open after its replica renewed it last.
  @WithDefault("20s")
  Duration lease();

  /// How often a replica renews its sockets and looks for sessions that are over.
  @WithDefault("5s")
  Duration renewal();
}
