package tmi.collab.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Limits of sockets.
@ConfigMapping(prefix = "tmi.collab.connection")
public interface ConnectionConfig {
  /// Open sockets a person may have, all diagrams and replicas together.
  @WithDefault("5")
  @Min(1)
  int socketsPerPerson();

  /// Open sockets in one session.
  @WithDefault("50")
  @Min(1)
  @Max(200)
  int socketsPerSession();

  /// The suite's address as outsiders see it; its origin may always connect.
  Optional<String> baseUrl();

  /// Further origins whose pages may connect: scheme, host and port, compared exactly.
  Optional<List<String>> allowedOrigins();

  /// Frames that may wait for one slow reader before its events are given up for a whole state.
  @WithDefault("1000")
  int queueFrames();

  /// Characters that may wait for one slow reader.
  @WithDefault("8000000")
  int queueCharacters();

  /// How long one frame may take to leave before the socket is closed.
  @WithDefault("10s")
  Duration writeDeadline();

  /// How long a socket may be silent, pongs included, before it is closed.
  @WithDefault("90s")
  Duration readDeadline();

  /// How long after its admission a client may take to become a socket.
  @WithDefault("10s")
  Duration upgradeDeadline();

  /// Messages a second that one socket may send for long.
  @WithDefault("100")
  int messagesPerSecond();

  /// Messages that one socket may send at once.
  @WithDefault("400")
  int messagesAtOnce();

  /// How often the presenter's pointer is passed on at most.
  @WithDefault("33ms")
  Duration pointerTick();

  /// How often it is noted which state each sign-in was given last.
  @WithDefault("5s")
  Duration givenTick();
}
