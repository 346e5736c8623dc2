package tmi.launcher.status;

import java.util.List;
import java.util.Map;

/// One run as written to `.tmi/state.json`.
///
/// @param launcher pid of the supervising launcher, 0 when none runs
/// @param address where people go
/// @param roles `separate` or `single`; empty before the first migration
/// @param ports remembered from start to start, by part
public record State(
    long launcher,
    Phase phase,
    String address,
    String roles,
    Map<String, Integer> ports,
    List<PartState> parts) {

  /// How far a run is.
  public enum Phase {
    STOPPED,
    STARTING,
    READY,
    STOPPING
  }

  /// @param pid 0 while it is dead and about to be started again, or not ours to start
  /// @param restarts how often it died and was started again
  /// @param healthPort where it answers health questions; 0 in a file of an earlier version: at
  ///   port
  /// @param probed whether it answers health questions over HTTP
  public record PartState(
      String name,
      String host,
      int port,
      int healthPort,
      long pid,
      String version,
      int restarts,
      boolean probed) {}

  public static final State NONE = new State(0, Phase.STOPPED, "", "", Map.of(), List.of());

  public State stopped() {
    return new State(0, Phase.STOPPED, address, roles, ports, List.of());
  }
}
