package tmi.service.statement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How requests share the connections of a replica.
@ConfigMapping(prefix = "tmi.service.pool")
public interface PoolConfig {
  /// How long one waits for a connection before it is answered 503 (`TMI_DB_POOL_WAIT`).
  @WithDefault("5S")
  Duration longestWait();
}
