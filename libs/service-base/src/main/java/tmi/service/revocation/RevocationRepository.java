package tmi.service.revocation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tmi.service.statement.ReservedConnections;

/// Reads what auth-service publishes: revocations above a number, and the keys.
@ApplicationScoped
class RevocationRepository {
  private final ReservedConnections connections;

  RevocationRepository(ReservedConnections connections) {
    this.connections = connections;
  }

  Uni<List<Revoked>> above(long number) {
    return connections
        .pool()
        .preparedQuery(
            "select number, kind, subject, at, expires_at from auth.revoked where number > $1"
                + " order by number")
        .execute(Tuple.of(number))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(RevocationRepository::revoked)
                .toList());
  }

  /// Public keys as JWK text by `kid`.
  Uni<Map<String, String>> keys() {
    return connections
        .pool()
        .preparedQuery("select kid, public_jwk::text as jwk from auth.verification_key")
        .execute()
        .map(rows -> {
          Map<String, String> byKid = new HashMap<>();
          rows.forEach(row -> byKid.put(row.getString("kid"), row.getString("jwk")));
          return byKid;
        });
  }

  private static Revoked revoked(Row row) {
    return new Revoked(
        row.getLong("number"),
        row.getString("kind"),
        row.getString("subject"),
        row.get(OffsetDateTime.class, "at").toInstant(),
        row.get(OffsetDateTime.class, "expires_at").toInstant());
  }
}
