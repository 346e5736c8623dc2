package tmi.gateway.admission;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What outsiders may hold at one time.
@ConfigMapping(prefix = "tmi.gateway.admission")
public interface AdmissionConfig {
  /// Requests of one address that may be open at one time, WebSockets apart
  /// (`TMI_GATEWAY_OPEN_REQUESTS`). Below the connections that are kept to a replica, so that no
  /// address can take them all.
  @WithDefault("200")
  int openRequests();

  /// How long a body may take to come (`TMI_GATEWAY_BODY_TIMEOUT`).
  @WithDefault("30s")
  Duration bodyTimeout();

  /// The same for the body of an import.
  @WithDefault("3m")
  Duration importTimeout();

  /// Bytes a second that a body must bring in each [#paceCheck].
  @WithDefault("1K")
  MemorySize leastRate();

  /// How often it is looked whether a body keeps its pace.
  @WithDefault("5s")
  Duration paceCheck();

  /// Bytes of bodies held at one time (`TMI_GATEWAY_BODY_MEMORY`), but no more than a fifth of the
  /// heap.
  @WithDefault("64M")
  MemorySize bodies();

  /// Bytes of bodies of one address held at one time; one import must fit.
  @WithDefault("24M")
  MemorySize bodiesOfAddress();
}
