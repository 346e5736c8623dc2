package tmi.bench.faults;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import tmi.bench.wire.Guest;

/// Makes threats, each with a name of its own, and never asks twice for one.
final class Writer extends Load {
  private final Client client;
  private final Guest who;
  private final String path;
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();

  Writer(Client client, Guest who, String model) {
    super(Duration.ofMillis(150));
    this.client = client;
    this.who = who;
    this.path = "/threat_models/" + model + "/threats";
  }

  @Override
  void step() {
    String body =
        "{\"name\":\"fault-%s\",\"threat_type\":[\"Spoofing\"]}".formatted(UUID.randomUUID());
    client
        .ask(who.asks("POST", path).json(body))
        .ifPresent(made -> acknowledged.add(made.path("id").asText()));
  }

  /// Ids of what was answered with 201 since this was last asked.
  List<String> takeAcknowledged() {
    List<String> taken = List.copyOf(acknowledged);
    acknowledged.removeAll(taken);
    return taken;
  }
}
