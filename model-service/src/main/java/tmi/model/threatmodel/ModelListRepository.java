package tmi.model.threatmodel;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import tmi.kernel.identity.Caller;
import tmi.kernel.page.Page;
import tmi.kernel.problem.Problem;
import tmi.model.request.Conditions;

/// The models that a caller may read, a page in one round trip.
@ApplicationScoped
public class ModelListRepository {
  private final Pool pool;

  ModelListRepository(Pool pool) {
    this.pool = pool;
  }

  Uni<Page<ThreatModelItem>> list(Caller caller, ModelFilter filter) {
    Tuple parameters = Tuple.of(filter.window().limit(), caller.userId(), filter.window().offset());
    Conditions where = new Conditions(parameters);
    filter.addTo(where);
    boolean plain = where.sql().isEmpty() && !filter.includeDeleted();
    String sql =
        plain
            ? ModelListSql.UNFILTERED
            : ModelListSql.filtered(where.sql(), filter.includeDeleted(), filter.namesPerson());
    return pool.preparedQuery(sql).execute(parameters).map(rows -> page(rows, filter));
  }

  private static Page<ThreatModelItem> page(RowSet<Row> rows, ModelFilter filter) {
    Row first = rows.iterator().next();
    if (filter.includeDeleted() && !first.getBoolean("administrator")) {
      throw Problem.forbidden("Deleted threat models are shown to administrators only");
    }
    List<ThreatModelItem> items =
        rows.stream()
            .filter(row -> row.getUUID("id") != null)
            .map(ThreatModelMapping::toItem)
            .toList();
    return new Page<>(items, first.getLong("total"), filter.window());
  }
}
