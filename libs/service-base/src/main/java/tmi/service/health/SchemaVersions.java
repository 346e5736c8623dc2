package tmi.service.health;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tmi.service.statement.ReservedConnections;

/// Compares the migration histories with what the service needs. Once complete it stays so: a
/// schema only moves forward.
@ApplicationScoped
class SchemaVersions {
  private static final Set<String> NOT_THERE = Set.of("42P01", "3F000", "42501");
  private final ReservedConnections connections;
  private final Map<String, Integer> requires;
  private volatile boolean complete;

  SchemaVersions(ReservedConnections connections, SchemaConfig config) {
    this.connections = connections;
    this.requires = config.requires();
  }

  /// What is missing, such as `auth below 2`; empty text when nothing is. Fails when the database
  /// could not be asked.
  Uni<String> missing() {
    if (complete) {
      return Uni.createFrom().item("");
    }
    return Multi.createFrom()
        .iterable(requires.entrySet())
        .onItem()
        .transformToUniAndConcatenate(need -> lack(need.getKey(), need.getValue()))
        .collect()
        .asList()
        .map(SchemaVersions::joined)
        .invoke(missing -> complete = missing.isEmpty());
  }

  private Uni<String> lack(String schema, int version) {
    if (!schema.matches("[a-z]+")) {
      throw new IllegalArgumentException("not a schema name: " + schema);
    }
    return connections
        .pool()
        .query(
            "select coalesce(max(version::int), 0) as version from "
                + schema
                + ".flyway_schema_history where success and version is not null")
        .execute()
        .map(rows -> rows.iterator().next().getInteger("version") >= version)
        .onFailure(SchemaVersions::isNotThere)
        .recoverWithItem(false)
        .map(enough -> enough ? "" : schema + " below " + version);
  }

  /// No table, no schema, or none that this role may read: the migration has not run. Any other
  /// failure says nothing about the schema.
  private static boolean isNotThere(Throwable failure) {
    return failure instanceof PgException refusal && NOT_THERE.contains(refusal.getSqlState());
  }

  private static String joined(List<String> lacks) {
    return lacks.stream().filter(lack -> !lack.isEmpty()).collect(Collectors.joining(", "));
  }
}
