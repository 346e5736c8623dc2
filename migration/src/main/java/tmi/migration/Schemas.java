package tmi.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the schemas, each owned by its owner, and takes from PUBLIC what nobody needs.
final class Schemas {

  private final Rows rows;
  private final Settings settings;
  private final Consumer<String> say;

  Schemas(Connection connection, Settings settings, Consumer<String> say) {
    this.rows = new Rows(connection);
    this.settings = settings;
    this.say = say;
  }

  void ensure(Map<String, String> placeholders) throws SQLException {
    for (var set : SchemaSet.values()) {
      rows.run(
          "create schema if not exists %s authorization %s"
              .formatted(set.schema(), placeholders.get("owner_" + set.schema())));
    }
    closePublic(placeholders);
  }

  private void closePublic(Map<String, String> placeholders) throws SQLException {
    var database = Quoting.name(settings.database());
    if (rows.yes(
        "select pg_has_role(current_user, datdba, 'USAGE') from pg_database"
            + " where datname = current_database()")) {
      rows.run(
          "grant connect on database %s to %s, current_user"
              .formatted(database, runtimeRoles(placeholders)));
      rows.run("revoke all on database %s from public".formatted(database));
      rows.run("revoke all on schema public from public");
    } else {
      say.accept(
          "%s does not own the database %s: the schema public stays as open as it is"
              .formatted(settings.user(), settings.database()));
    }
  }

  private static String runtimeRoles(Map<String, String> placeholders) {
    return Stream.of(RuntimeRole.values())
        .map(role -> placeholders.get(role.placeholder()))
        .collect(Collectors.joining(", "));
  }
}
