package tmi.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tmi.launcher.Checkout;
import tmi.launcher.Refusal;
import tmi.launcher.process.LastLine;
import tmi.launcher.process.Waiting;

/// `./tmi logs`
///
/// @param part a service with all its replicas, one replica, a store; empty for all
record Logs(String part, boolean follow) implements Order {

  private static final int LINES = 100;
  private static final Duration FOREVER = Duration.ofDays(365);

  @Override
  public int run(Checkout checkout) throws IOException {
    var followers = new LinkedHashMap<Path, LogFollower>();
    for (var log : logs(checkout)) {
      followers.put(log, LogFollower.fromEnd(log));
      var tail = LastLine.tail(log);
      show(log, tail.subList(Math.max(0, tail.size() - LINES), tail.size()));
    }
    if (follow) {
      Waiting.until(FOREVER, () -> showNew(followers));
    }
    return 0;
  }

  private boolean showNew(Map<Path, LogFollower> followers) {
    followers.forEach((log, follower) -> show(log, follower.newLines()));
    return false;
  }

  private void show(Path log, List<String> lines) {
    var name = log.getFileName().toString().replace(".log", "");
    lines.forEach(line -> System.out.println(part.equals(name) ? line : name + " | " + line));
  }

  private List<Path> logs(Checkout checkout) throws IOException {
    var folder = checkout.log("any").getParent();
    if (!Files.isDirectory(folder)) {
      throw new Refusal("There are no logs yet: ./tmi up starts what writes them.");
    }
    try (var files = Files.list(folder)) {
      var found = files.filter(this::isWanted).sorted().toList();
      if (found.isEmpty()) {
        throw new Refusal(
            "There is no log of %s in %s: ./tmi logs without a name shows all."
                .formatted(part, folder));
      }
      return found;
    }
  }

  private boolean isWanted(Path file) {
    var name = file.getFileName().toString();
    if (!name.endsWith(".log")) {
      return false;
    }
    var stem = name.substring(0, name.length() - ".log".length());
    return part.isEmpty()
        ? !stem.equals("build")
        : stem.equals(part) || stem.matches(Pattern.quote(part) + "-\\d+");
  }
}
