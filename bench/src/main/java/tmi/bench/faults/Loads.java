package tmi.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import tmi.bench.suite.BenchSuite;
import tmi.bench.wire.Door;
import tmi.bench.wire.Guest;

/// The steady load: writers of threats, readers, two people who draw in one room, sign-ins and
/// renewals, and a receiver of what happens.
final class Loads implements AutoCloseable {
  private final BenchSuite suite;
  private final Watch watch;
  private final Hook hook;
  private final List<Writer> writers = new ArrayList<>();
  private final List<Drawer> drawers = new ArrayList<>();
  private final List<Load> others = new ArrayList<>();

  Loads(BenchSuite suite, Watch watch, Hook hook) {
    this.suite = suite;
    this.watch = watch;
    this.hook = hook;
  }

  void start() {
    Door door = suite.door();
    Client client = new Client(door, watch);
    Guest admin = Guest.signIn(door, "ada");
    Guest ana = Guest.signIn(door, "fault-ana");
    Guest ben = Guest.signIn(door, "fault-ben");
    String model = made(door, ana, "/threat_models", model());
    String diagram =
        made(
            door,
            ana,
            "/threat_models/" + model + "/diagrams",
            "{\"name\":\"Flows\",\"type\":\"DFD-1.0.0\"}");
    String path = "/threat_models/" + model + "/diagrams/" + diagram;
    subscribe(door, admin);
    List.of(ana, ben).forEach(who -> writers.add(new Writer(client, who)));
    List.of(ana, ben).forEach(who -> drawers.add(new Drawer(client, who, path)));
    others.add(new SignIns(client, "fault-zoe"));
    others.add(new Reader(client, ben, List.of("/threat_models/" + model, "/threat_models", path)));
    others.add(new Reader(client, ana, List.of("/me", "/me/sessions")));
    others.add(new Reader(client, admin, List.of("/admin/webhooks/subscriptions")));
    all().forEach(Load::start);
  }

  /// Ids of threats that were answered with 201 since this was last asked.
  List<String> threats() {
    return writers.stream().flatMap(one -> one.takeAcknowledged().stream()).toList();
  }

  /// Ids of operations that were acknowledged since this was last asked.
  List<String> operations() {
    return drawers.stream().flatMap(one -> one.takeAcknowledged().stream()).toList();
  }

  int gaps() {
    return drawers.stream().mapToInt(one -> one.numbers().gaps()).sum();
  }

  int repeats() {
    return drawers.stream().mapToInt(one -> one.numbers().repeats()).sum();
  }

  private List<Load> all() {
    List<Load> all = new ArrayList<>(others);
    all.addAll(writers);
    all.addAll(drawers);
    return all;
  }

  private void subscribe(Door door, Guest admin) {
    String path = "/admin/webhooks/subscriptions";
    String wanted = "{\"name\":\"Faults\",\"url\":\"%s\",\"events\":[\"threat.created\"]}";
    String id = made(door, admin, path, wanted.formatted(hook.url()));
    Awaitility.await("the receiver is active")
        .atMost(Duration.ofMinutes(1))
        .until(() -> {
          JsonNode there = door.ask(admin.asks("GET", path + "/" + id)).must(200);
          return there.path("status").asText().equals("active");
        });
  }

  private static String made(Door door, Guest who, String path, String body) {
    return door.ask(who.asks("POST", path).json(body)).must(201).get("id").asText();
  }

  private static String model() {
    return """
    {"name":"Faults","description":"","authorization":[{"principal_type":"user",\
    "provider":"tmi","provider_id":"fault-ben","role":"writer"}]}\
    """;
  }

  @Override
  public void close() {
    all().forEach(Load::close);
  }
}
