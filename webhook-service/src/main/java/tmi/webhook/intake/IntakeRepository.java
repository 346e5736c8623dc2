package tmi.webhook.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tmi.kernel.identity.BuiltInGroup;

/// Reads the event log and marks what is taken.
@ApplicationScoped
class IntakeRepository {
  // Walks the partial index from stream to stream: the cost is that of the streams with news, not
  // of their rows. A stream that only waits for a burst to end is passed over.
  private static final String FIND =
      """
      with recursive waiting as (
        (select l.stream from event.log l
          where not l.taken and l.stream > $1 order by l.stream limit 1)
        union all
        select (select l.stream from event.log l
                 where not l.taken and l.stream > w.stream order by l.stream limit 1)
          from waiting w where w.stream is not null
      ), ready as (
        select w.stream, s.id is null as fresh
          from waiting w left join webhook.streams s on s.id = w.stream
         where w.stream is not null
           and (s.id is null or s.look_at <= now()
                or exists (select 1 from event.log a
                            where a.stream = w.stream and not a.taken
                              and a.type <> 'diagram.updated'))
         limit $2
      ), added as (
        insert into webhook.streams (id) select stream from ready where fresh
        on conflict do nothing
      )
      select stream from ready order by stream
      """;

  private static final String CLAIM =
      "select id from webhook.streams where id = any($1) order by id for update skip locked";

  // As many as fit, by the bytes of their data; at least one.
  private static final String READ =
      """
      select * from (
        select l.id, l.stream, l.number, l.type, l.threat_model_id, l.object_type, l.object_id,
               l.owner_id, l.confidential, l.data, l.occurred_at, now() as seen_at,
               count(*) over () as found,
               coalesce(sum(octet_length(l.data::text)) over (
                 order by l.stream, l.number rows between unbounded preceding and 1 preceding), 0)
                 as before
          from unnest($1::uuid[]) s(id) cross join lateral (
            select * from event.log e
             where e.stream = s.id and not e.taken order by e.number limit $2) l) fitting
       where before < $3
       order by stream, number
      """;

  // A subscription is silent while its owner is no administrator.
  private static final String LISTENERS =
      """
      select s.id, s.host, s.threat_model_id, s.events from webhook.subscriptions s
       where s.status = 'active'
         and exists (select 1 from auth.principal p
                      where p.user_id = s.owner_id and p.principal = $1)
      """;

  private static final String MARK = "update event.log set taken = true where id = any($1)";

  private static final String LATER =
      """
      update webhook.streams s set look_at = l.at
        from unnest($1::uuid[], $2::timestamptz[]) l(id, at) where s.id = l.id
      """;

  private final Pool pool;

  IntakeRepository(Pool pool) {
    this.pool = pool;
  }

  /// Streams with news behind the given one, at most so many.
  Uni<List<UUID>> find(UUID after, int limit) {
    return pool.preparedQuery(FIND).execute(Tuple.of(after, limit)).map(IntakeRepository::ids);
  }

  /// Of those streams the ones that nobody else is at, held until the transaction ends.
  Uni<List<UUID>> claim(SqlClient transaction, Collection<UUID> streams) {
    return transaction
        .preparedQuery(CLAIM)
        .execute(Tuple.of(array(streams)))
        .map(IntakeRepository::ids);
  }

  /// The oldest untaken events of each, at most so many of one stream and so many bytes of all; a
  /// statement of its own, after the claim.
  Uni<Catch> read(SqlClient transaction, Collection<UUID> streams, int limit, long bytes) {
    return transaction
        .preparedQuery(READ)
        .execute(Tuple.of(array(streams), limit, bytes))
        .map(IntakeRepository::list)
        .map(rows ->
            new Catch(
                rows.stream().map(IntakeRepository::event).toList(),
                !rows.isEmpty() && rows.getFirst().getLong("found") > rows.size()));
  }

  Uni<List<Listener>> listeners(SqlClient transaction) {
    return transaction
        .preparedQuery(LISTENERS)
        .execute(Tuple.of(BuiltInGroup.ADMINISTRATORS.id()))
        .map(rows -> list(rows).stream().map(IntakeRepository::listener).toList());
  }

  Uni<Void> mark(SqlClient transaction, Collection<UUID> events) {
    return transaction.preparedQuery(MARK).execute(Tuple.of(array(events))).replaceWithVoid();
  }

  Uni<Void> lookLater(SqlClient transaction, Map<UUID, Instant> times) {
    if (times.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Object at =
        times.values().stream()
            .map(time -> time.atOffset(ZoneOffset.UTC))
            .toArray(OffsetDateTime[]::new);
    return transaction
        .preparedQuery(LATER)
        .execute(Tuple.of(array(times.keySet()), at))
        .replaceWithVoid();
  }

  private static LoggedEvent event(Row row) {
    return new LoggedEvent(
        row.getUUID("id"),
        row.getUUID("stream"),
        row.getLong("number"),
        row.getString("type"),
        row.getUUID("threat_model_id"),
        row.getString("object_type"),
        row.getUUID("object_id"),
        row.getUUID("owner_id"),
        row.getBoolean("confidential"),
        row.getJsonObject("data"),
        row.getOffsetDateTime("occurred_at").toInstant(),
        row.getOffsetDateTime("seen_at").toInstant());
  }

  private static Listener listener(Row row) {
    return new Listener(
        row.getUUID("id"),
        row.getString("host"),
        row.getUUID("threat_model_id"),
        new HashSet<>(List.of(row.getArrayOfStrings("events"))));
  }

  private static List<UUID> ids(RowSet<Row> rows) {
    return list(rows).stream().map(row -> row.getUUID(0)).toList();
  }

  private static List<Row> list(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }

  private static Object array(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }
}
