package tmi.launcher.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import tmi.launcher.process.Health;
import tmi.launcher.status.State.PartState;

/// What `./tmi status` says.
///
/// @param roles `separate` or `single`
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatusReport(
    boolean running, String phase, String address, String roles, List<PartStatus> parts) {

  private static final int CONNECT_MILLIS = 1000;

  /// @param pid null for a store of the operator's own, or while a part is dead
  /// @param health `ready`, or why not
  /// @param memoryBytes resident; null where unknown
  /// @param replica counted from 1
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PartStatus(
      String name,
      String kind,
      int replica,
      String host,
      int port,
      Long pid,
      String health,
      Long memoryBytes,
      String version,
      int restarts) {}

  public static StatusReport of(State state, boolean running) {
    var parts =
        running
            ? state.parts().parallelStream().map(StatusReport::of).toList()
            : List.<PartStatus>of();
    return new StatusReport(
        running,
        running ? state.phase().name().toLowerCase(Locale.ROOT) : "stopped",
        state.address(),
        state.roles(),
        parts);
  }

  public boolean isReady() {
    return running && parts.stream().allMatch(part -> part.health().equals("ready"));
  }

  public List<String> lines() {
    if (!running) {
      return List.of("Nothing is running: ./tmi up starts it.");
    }
    var lines = new ArrayList<String>();
    lines.add("%s at %s".formatted(phase, address));
    lines.add(
        "%-20s %-22s %8s %8s  %-9s %s"
            .formatted("part", "address", "pid", "memory", "version", "health"));
    for (var part : parts) {
      lines.add(
          "%-20s %-22s %8s %8s  %-9s %s%s"
              .formatted(
                  part.name(),
                  part.host() + ":" + part.port(),
                  part.pid() == null ? "-" : part.pid(),
                  part.memoryBytes() == null ? "-" : (part.memoryBytes() >> 20) + " MB",
                  part.version(),
                  part.health(),
                  part.restarts() == 0 ? "" : ", restarts: " + part.restarts()));
    }
    if (roles.equals("single")) {
      lines.add(
          "All services sign in to PostgreSQL as DB_USERNAME, because it may not make roles: give it"
              + " CREATEROLE before the first start to have one role a service.");
    }
    return lines;
  }

  private static PartStatus of(PartState part) {
    var dash = part.name().lastIndexOf('-');
    var numbered = dash > 0 && part.name().substring(dash + 1).matches("\\d+");
    var memory = part.pid() == 0 ? OptionalLong.empty() : Memory.of(part.pid());
    return new PartStatus(
        part.name(),
        numbered ? part.name().substring(0, dash) : part.name(),
        numbered ? Integer.parseInt(part.name().substring(dash + 1)) : 1,
        part.host(),
        part.port(),
        part.pid() == 0 ? null : part.pid(),
        healthOf(part),
        memory.isPresent() ? memory.getAsLong() : null,
        part.version(),
        part.restarts());
  }

  private static String healthOf(PartState part) {
    if (part.probed()) {
      return Health.of(part.healthPort() == 0 ? part.port() : part.healthPort()).words();
    }
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(part.host(), part.port()), CONNECT_MILLIS);
      return "ready";
    } catch (IOException e) {
      return "no answer";
    }
  }
}
