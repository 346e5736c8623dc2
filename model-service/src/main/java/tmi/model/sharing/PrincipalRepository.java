package tmi.model.sharing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// Finds who is meant by the lines of an access list.
@ApplicationScoped
public class PrincipalRepository {
  private static final String RESOLVE =
      """
      select auth.ensure_principal(g.kind, g.provider, g.provider_id, g.email, null) as principal
        from unnest($1::text[], $2::text[], $3::text[], $4::text[]) with ordinality
             as g(kind, provider, provider_id, email, ordinal)
       order by g.ordinal\
      """;

  private final Pool pool;

  PrincipalRepository(Pool pool) {
    this.pool = pool;
  }

  /// The entries that the lines stand for, in their order. Someone nobody knows yet is kept as a
  /// bare record that the first sign-in completes.
  public Uni<List<AccessEntry>> resolve(List<Grant> grants) {
    if (grants.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Tuple parameters =
        Tuple.tuple()
            .addArrayOfString(column(grants, grant -> grant.kind().word()))
            .addArrayOfString(column(grants, Grant::provider))
            .addArrayOfString(column(grants, Grant::providerId))
            .addArrayOfString(column(grants, Grant::email));
    return pool.preparedQuery(RESOLVE)
        .execute(parameters)
        .map(rows -> {
          List<AccessEntry> entries = new ArrayList<>(grants.size());
          for (Row row : rows) {
            Grant grant = grants.get(entries.size());
            UUID principal = row.getUUID("principal");
            entries.add(new AccessEntry(principal, grant.kind(), grant.role()));
          }
          return entries;
        });
  }

  private static String[] column(List<Grant> grants, Function<Grant, String> part) {
    return grants.stream().map(part).toArray(String[]::new);
  }
}
