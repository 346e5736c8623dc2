package tmi.bench.faults;

import java.time.Duration;
import java.util.List;
import tmi.bench.wire.Guest;

/// Reads at every service in turn.
final class Reader extends Load {
  private final Client client;
  private final Guest who;
  private final List<String> paths;
  private int turn;

  Reader(Client client, Guest who, List<String> paths) {
    super(Duration.ofMillis(60));
    this.client = client;
    this.who = who;
    this.paths = paths;
  }

  @Override
  void step() {
    client.ask(who.asks("GET", paths.get(turn++ % paths.size())));
  }
}
