package tmi.image.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tmi.image.program.Program;
import tmi.testkit.Person;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;

/// A service that is started on real stores of its own, asked what `image/calls` names, and ended.
final class TrialRun {

  /// Seals what the run writes into a database that is thrown away.
  private static final String KEY = "00".repeat(32);

  private final Path checkout;
  private final Path folder;
  private final Path java;

  /// @param folder where the program lies
  TrialRun(Path checkout, Path folder, Path java) {
    this.checkout = checkout;
    this.folder = folder;
    this.java = java;
  }

  /// @param options of the JVM beside those that every image's has
  /// @param rounds how often everything is asked
  void run(Program program, List<String> options, int rounds)
      throws IOException, InterruptedException {
    var stores = Stores.forService(program.databaseRole().substring("tmi_".length()));
    var settings = new HashMap<>(stores.start());
    settings.putAll(more(program));
    try {
      var person = stores.tokens().administrator("trainer");
      var known = known(stores.database(), person);
      var round = Round.in(checkout.resolve("image/calls").resolve(program.module()));
      try (var trainee = Trainee.start(java, program, folder, options, settings)) {
        for (int i = 0; i < rounds; i++) {
          round.run(trainee.port(), person.bearer(), known, program == Program.GATEWAY);
        }
        trainee.end();
      }
    } finally {
      stores.stop();
    }
  }

  /// What a service does not start without, and the web files' place.
  private Map<String, String> more(Program program) {
    return switch (program) {
      case AUTH -> Map.of("TMI_KEY_ENCRYPTION_KEY", KEY, "OAUTH_PROVIDERS_TMI_ENABLED", "true");
      case WEBHOOK -> Map.of("TMI_WEBHOOK_SECRET_KEY", KEY);
      case GATEWAY -> Map.of("TMI_WEB_ROOT", folder.resolve("web").toString());
      default -> Map.of();
    };
  }

  /// A threat model with a diagram, for the service that finds them made by another.
  private static Map<String, String> known(TestDatabase database, Person owner) {
    var model = UUID.randomUUID();
    var diagram = UUID.randomUUID();
    database.execute(
        "insert into model.threat_models (id, name, owner_id, created_by) values (?, 'Shop', ?, ?)",
        model,
        owner.id(),
        owner.id());
    database.execute(
        "insert into model.diagrams (id, threat_model_id, alias, name) values (?, ?, 1, 'Orders')",
        diagram,
        model);
    database.execute("insert into diagram.diagrams (id, model_id) values (?, ?)", diagram, model);
    database.execute(
        """
        insert into model.access_entries
               (threat_model_id, principal, principal_kind, role, ordinal, model_created_at)
        values (?, ?, 'user', 3, 0, now())
        """,
        model,
        owner.id());
    return Map.of("known_model", model.toString(), "known_diagram", diagram.toString());
  }
}
