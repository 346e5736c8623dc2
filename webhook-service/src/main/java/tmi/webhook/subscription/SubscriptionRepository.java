package tmi.webhook.subscription;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tmi.kernel.page.Page;
import tmi.kernel.page.Window;

/// Stores subscriptions and shows them, never with their secrets.
@ApplicationScoped
class SubscriptionRepository {
  // Two creations of one owner follow each other, so that they cannot both take the last place.
  private static final String LOCK_OWNER =
      "select 1 from pg_advisory_xact_lock(hashtextextended('webhook.owner ' || $1::uuid, 0))";

  private static final String USAGE =
      """
      select (select count(*) from webhook.subscriptions where owner_id = $1),
             count(*) filter (where created_at > now() - interval '1 minute'),
             count(*)
        from webhook.creations where owner_id = $1 and created_at > now() - interval '1 day'
      """;

  private static final String COUNT_CREATION =
      "insert into webhook.creations (owner_id) values ($1)";

  private static final String MODEL_IS_THERE =
      "select exists (select 1 from model.model_card where model_id = $1)";

  private static final String COLUMNS =
      """
      id, owner_id, threat_model_id, name, url, events, status, challenges_sent, created_at,
      modified_at, last_successful_use, publication_failures\
      """;

  private static final String INSERT =
      """
      insert into webhook.subscriptions
        (id, owner_id, threat_model_id, name, url, host, events, secret, challenge)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning\s\
      """
          + COLUMNS;

  private static final String FIND =
      "select " + COLUMNS + " from webhook.subscriptions where id = $1";

  private static final String LIST =
      "select "
          + COLUMNS
          + " from webhook.subscriptions where $1::uuid is null or threat_model_id = $1"
          + " order by created_at desc, id limit $2 offset $3";

  private static final String COUNT =
      "select count(*) from webhook.subscriptions where $1::uuid is null or threat_model_id = $1";

  private static final String DELETE =
      "delete from webhook.subscriptions where id = $1 returning " + COLUMNS;

  private final Pool pool;

  SubscriptionRepository(Pool pool) {
    this.pool = pool;
  }

  /// What the owner has used, in a line with his other creations until the transaction ends.
  Uni<Usage> usage(SqlClient tx, UUID owner) {
    return tx.preparedQuery(LOCK_OWNER)
        .execute(Tuple.of(owner))
        .chain(() -> tx.preparedQuery(USAGE).execute(Tuple.of(owner)))
        .map(RowSet::iterator)
        .map(rows -> rows.next())
        .map(row -> new Usage(row.getLong(0), row.getLong(1), row.getLong(2)));
  }

  Uni<Void> countCreation(SqlClient tx, UUID owner) {
    return tx.preparedQuery(COUNT_CREATION).execute(Tuple.of(owner)).replaceWithVoid();
  }

  Uni<Boolean> isModel(UUID model) {
    return pool.preparedQuery(MODEL_IS_THERE)
        .execute(Tuple.of(model))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  Uni<Subscription> add(SqlClient tx, SubscriptionRow row) {
    return tx.preparedQuery(INSERT).execute(values(row)).map(SubscriptionRepository::first);
  }

  /// Null when there is none.
  Uni<Subscription> find(UUID id) {
    return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(SubscriptionRepository::first);
  }

  /// The deleted one; null when there was none.
  Uni<Subscription> delete(SqlClient tx, UUID id) {
    return tx.preparedQuery(DELETE).execute(Tuple.of(id)).map(SubscriptionRepository::first);
  }

  Uni<Page<Subscription>> page(UUID model, Window window) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(model, window.limit(), window.offset()))
        .chain(rows ->
            pool.preparedQuery(COUNT)
                .execute(Tuple.of(model))
                .map(count -> new Page<>(list(rows), count.iterator().next().getLong(0), window)));
  }

  private static Tuple values(SubscriptionRow row) {
    return Tuple.tuple()
        .addValue(row.id())
        .addValue(row.ownerId())
        .addValue(row.threatModelId())
        .addValue(row.name())
        .addValue(row.url())
        .addValue(row.host())
        .addValue(row.events().toArray(String[]::new))
        .addValue(Buffer.buffer(row.secret()))
        .addValue(row.challenge());
  }

  private static Subscription first(RowSet<Row> rows) {
    return list(rows).stream().findFirst().orElse(null);
  }

  private static List<Subscription> list(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(SubscriptionRepository::shown)
        .toList();
  }

  private static Subscription shown(Row row) {
    return new Subscription(
        row.getUUID("id"),
        row.getUUID("owner_id"),
        row.getUUID("threat_model_id"),
        row.getString("name"),
        row.getString("url"),
        List.of(row.getArrayOfStrings("events")),
        null,
        SubscriptionStatus.of(row.getString("status")),
        row.getInteger("challenges_sent"),
        row.getOffsetDateTime("created_at"),
        row.getOffsetDateTime("modified_at"),
        row.getOffsetDateTime("last_successful_use"),
        row.getInteger("publication_failures"));
  }
}
