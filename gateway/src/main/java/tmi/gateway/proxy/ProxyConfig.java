package tmi.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The gateway's connections to the services.
@ConfigMapping(prefix = "tmi.gateway.proxy")
public interface ProxyConfig {
  /// Connections kept to each replica.
  @WithDefault("256")
  int connections();

  /// Requests that may wait for a connection before further ones are refused.
  @WithDefault("4096")
  int waiting();

  /// WebSockets to each replica.
  @WithDefault("10000")
  int sockets();

  /// How long a replica may take to accept a connection.
  @WithDefault("1s")
  Duration connectTimeout();

  /// How long a request waits for one of those connections when all are taken.
  @WithDefault("5s")
  Duration connectionWait();

  /// How long a service may take to begin its answer, from when the request's body is there.
  @WithDefault("65s")
  Duration answerTimeout();

  /// The same for the deletion of a person, which may take minutes.
  @WithDefault("6m")
  Duration slowAnswerTimeout();

  /// How often replicas are asked whether they are ready.
  @WithDefault("2s")
  Duration readinessInterval();

  /// How long a replica may take to tell whether it is ready: longer than it waits for a store that
  /// hangs.
  @WithDefault("5s")
  Duration readinessTimeout();

  /// How long requests in flight may take to end when the gateway is told to stop.
  @WithDefault("20s")
  Duration drainTimeout();

  /// How long an unused connection is kept.
  @WithDefault("60s")
  Duration keepAlive();
}
