package tmi.gateway.server;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The server that outsiders reach.
@ConfigMapping(prefix = "tmi.gateway.server")
public interface ServerConfig {
  /// Address to listen on (`TMI_SERVER_INTERFACE`).
  @WithDefault("127.0.0.1")
  String host();

  /// Port (`SERVER_PORT`); 0 takes a free one.
  @WithDefault("8080")
  int port();

  /// How long a new connection may take to send a whole head (`TMI_GATEWAY_HEAD_TIMEOUT`).
  @WithDefault("10s")
  Duration headTimeout();

  /// How long a connection is kept for the next request, whose head must be whole by then
  /// (`TMI_GATEWAY_KEEP_ALIVE`). Longer than that of a proxy before the gateway, or the proxy may
  /// send a request into a connection that is just being closed.
  @WithDefault("60s")
  Duration keepAlive();

  /// How long somebody may take nothing of an answer that waits for him.
  @WithDefault("60s")
  Duration stallTimeout();

  /// The largest head beside its first line.
  @WithDefault("32K")
  MemorySize headerLimit();

  /// The longest first line in bytes; SAML carries its messages in queries.
  @WithDefault("16384")
  int lineLimit();
}
