package tmi.bench.faults;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import tmi.bench.wire.Guest;

/// Makes threats, each with a name of its own, and never asks twice for one. A threat model takes a
/// thousand; long before, another one is begun.
final class Writer extends Load {
  private static final int IN_A_MODEL = 500;
  private final Client client;
  private final Guest who;
  private String path = "";
  private int left;
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();

  Writer(Client client, Guest who) {
    super(Duration.ofMillis(150));
    this.client = client;
    this.who = who;
  }

  @Override
  void step() {
    if (left == 0) {
      begin();
      return;
    }
    String body =
        "{\"name\":\"fault-%s\",\"threat_type\":[\"Spoofing\"]}".formatted(UUID.randomUUID());
    client
        .ask(who.asks("POST", path).json(body))
        .ifPresent(made -> {
          left--;
          acknowledged.add(made.path("id").asText());
        });
  }

  private void begin() {
    client
        .ask(who.asks("POST", "/threat_models").json("{\"name\":\"Faults\"}"))
        .ifPresent(made -> {
          path = "/threat_models/" + made.path("id").asText() + "/threats";
          left = IN_A_MODEL;
        });
  }

  /// Ids of what was answered with 201 since this was last asked.
  List<String> takeAcknowledged() {
    List<String> taken = List.copyOf(acknowledged);
    acknowledged.removeAll(taken);
    return taken;
  }
}
