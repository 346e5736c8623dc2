package tmi.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import tmi.testkit.Person;
import tmi.testkit.Stores;

/// S5, first form: ten people in one room, twenty operations a second, from sending to receiving at
/// the other nine. Beside it a bare Vert.x server that echoes the same bytes to all. Ours stores
/// each operation durably before anybody hears of it.
final class RoomScenario {
  private static final int PEOPLE = 10;
  private static final double GATE_P50 = 8;
  private static final double GATE_P99 = 8;
  private final Machine machine;
  private final Stores stores;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper mapper = new ObjectMapper();

  RoomScenario(Machine machine, Stores stores) {
    this.machine = machine;
    this.stores = stores;
  }

  List<Row> run() {
    int ours = machine.service("collab", "tmi_collab");
    int echo = machine.baseline(EchoBaseline.class, "tmi_collab");
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      people.add(stores.tokens().person("drawer" + i));
    }
    UUID model = UUID.randomUUID();
    UUID diagram = UUID.randomUUID();
    seed(model, diagram, people);
    String path = "/threat_models/" + model + "/diagrams/" + diagram;
    String session = session(ours, path, people.getFirst());
    List<String> echoes = new ArrayList<>();
    List<String> rooms = new ArrayList<>();
    for (Person person : people) {
      echoes.add("ws://127.0.0.1:" + echo + "/room");
      rooms.add(
          "ws://127.0.0.1:"
              + ours
              + path
              + "/ws?session_id="
              + session
              + "&ticket="
              + ticket(ours, session, person));
    }
    try (Crowd bare = new Crowd(echoes, false);
        Crowd room = new Crowd(rooms, true)) {
      double[][] measured = measure(bare::round, room::round);
      return List.of(
          new Row(
              "operation to nine others, 10 people, 20/s: p50",
              "ms",
              measured[0][0],
              measured[0][1],
              false,
              GATE_P50),
          new Row(
              "operation to nine others, 10 people, 20/s: p99",
              "ms",
              measured[1][0],
              measured[1][1],
              false,
              GATE_P99));
    }
  }

  private static double[][] measure(Supplier<Histogram> baseline, Supplier<Histogram> ours) {
    List<List<Double>> values =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    baseline.get();
    ours.get();
    for (int i = 0; i < Rounds.COUNT; i++) {
      Histogram first = baseline.get();
      Histogram second = ours.get();
      values.get(0).add(first.getValueAtPercentile(50) / 1000.0);
      values.get(1).add(second.getValueAtPercentile(50) / 1000.0);
      values.get(2).add(first.getValueAtPercentile(99) / 1000.0);
      values.get(3).add(second.getValueAtPercentile(99) / 1000.0);
    }
    List<Double> medians = values.stream().map(Rounds::median).toList();
    return new double[][] {{medians.get(0), medians.get(1)}, {medians.get(2), medians.get(3)}};
  }

  private void seed(UUID model, UUID diagram, List<Person> people) {
    UUID owner = people.getFirst().id();
    stores
        .database()
        .execute(
            "insert into model.threat_models (id, name, owner_id, created_by) values (?, 'Room', ?, ?)",
            model,
            owner,
            owner);
    int ordinal = 0;
    for (Person person : people) {
      stores
          .database()
          .execute(
              "insert into model.access_entries (threat_model_id, principal, principal_kind, role, ordinal, model_created_at)"
                  + " values (?, ?, 'user', ?, ?, now())",
              model,
              person.id(),
              ordinal == 0 ? 3 : 2,
              ++ordinal);
    }
    stores
        .database()
        .execute(
            "insert into model.diagrams (id, threat_model_id, alias, name) values (?, ?, 1, 'Room')",
            diagram,
            model);
    stores
        .database()
        .execute("insert into diagram.diagrams (id, model_id) values (?, ?)", diagram, model);
  }

  private String session(int port, String path, Person host) {
    return ask(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path + "/collaborate"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}")),
        host,
        "session_id");
  }

  private String ticket(int port, String session, Person person) {
    return ask(
        HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + port + "/ws/ticket?session_id=" + session)),
        person,
        "ticket");
  }

  private String ask(HttpRequest.Builder request, Person person, String field) {
    try {
      var answer =
          http.send(
              request.header("Authorization", "Bearer " + person.token()).build(),
              BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
      return mapper.readTree(answer.body()).get(field).asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
