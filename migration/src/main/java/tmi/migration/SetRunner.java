package tmi.migration;

import java.util.Map;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Runs one Flyway set as the owner of its schema.
final class SetRunner {

  private final Settings settings;
  private final ScriptSource scripts;
  private final Map<String, String> placeholders;
  private final Consumer<String> say;

  SetRunner(
      Settings settings,
      ScriptSource scripts,
      Map<String, String> placeholders,
      Consumer<String> say) {
    this.settings = settings;
    this.scripts = scripts;
    this.placeholders = placeholders;
    this.say = say;
  }

  void run(SchemaSet set) {
    var location = scripts.location(set);
    if (location.isEmpty()) {
      say.accept("%s: no set".formatted(set.schema()));
      return;
    }
    try {
      var result = flyway(set, location.get()).migrate();
      say.accept(
          "%s: version %s, %d new"
              .formatted(
                  set.schema(),
                  result.targetSchemaVersion == null
                      ? result.initialSchemaVersion
                      : result.targetSchemaVersion,
                  result.migrationsExecuted));
    } catch (FlywayException e) {
      throw Sentences.about(e, set);
    }
  }

  private Flyway flyway(SchemaSet set, String location) {
    return Flyway.configure(SetRunner.class.getClassLoader())
        .dataSource(settings.source(settings.database()))
        .initSql("set role " + placeholders.get("owner_" + set.schema()))
        .schemas(set.schema())
        .defaultSchema(set.schema())
        .createSchemas(false)
        .locations(location)
        .placeholders(placeholders)
        .validateMigrationNaming(true)
        // Our own lock is held on another connection; Flyway's would make "concurrently" wait
        // for itself.
        .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
        .load();
  }
}
