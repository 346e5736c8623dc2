package tmi.collab.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Takes away what has lapsed. One replica at a time, in one short transaction.
@ApplicationScoped
class SweepRepository {
  private static final String ALONE =
      "select pg_try_advisory_xact_lock(hashtextextended('tmi.collab.sweep', 0)) as mine";
  private static final String LAPSED =
      """
      delete from collab.sockets where id in (
        select id from collab.sockets where alive_until < now() limit 500 for update skip locked)\
      """;
  private static final String EMPTY =
      """
      update collab.sessions s set ended_at = now(), ended_because = 'empty'
       where s.id in (
         select e.id from collab.sessions e
          where e.ended_at is null and e.seen_at < now() - $1 * interval '1 millisecond'
            and not exists (select 1 from collab.sockets k
                             where k.session_id = e.id and k.alive_until > now())
          order by e.id for no key update skip locked)
      returning s.diagram_id\
      """;

  /// A session whose host is gone for too long, or may not write, gets the writer who has been in
  /// it longest; without a writer in it, it locks nothing.
  private static final String HEIRS =
      """
      with hostless as materialized (
        select s.id, s.model_id from collab.sessions s
         where s.ended_at is null
           and (not s.locks or s.host_seen_at < now() - $1 * interval '1 millisecond'
                or not exists (select 1 from auth.principal p
                                 join model.access a on a.principal = p.principal
                                where p.user_id = s.host_id and a.model_id = s.model_id
                                  and a.role >= 2))
         order by s.id for no key update of s skip locked),
      heir as (
        select distinct on (h.id) h.id, k.user_id
          from hostless h
          join collab.sockets k
            on k.session_id = h.id and k.alive_until > now() and k.left_at is null
         where exists (select 1 from auth.principal p
                         join model.access a on a.principal = p.principal
                        where p.user_id = k.user_id and a.model_id = h.model_id and a.role >= 2)
         order by h.id, k.joined_at)
      update collab.sessions s
         set host_id = coalesce(n.user_id, s.host_id), locks = n.user_id is not null,
             host_seen_at = case when n.user_id is null then s.host_seen_at else now() end,
             presenter_id = case when s.presenter_id = s.host_id
                                 then coalesce(n.user_id, s.host_id) else s.presenter_id end
        from hostless h left join heir n on n.id = h.id
       where s.id = h.id and (n.user_id is not null or s.locks)
      returning s.diagram_id\
      """;

  private static final String OLD =
      """
      with t as (delete from collab.tickets where expires_at < now() - interval '1 hour')
      delete from collab.sessions where id in (
        select id from collab.sessions where ended_at < now() - interval '30 days' limit 100)\
      """;

  private final Pool pool;

  SweepRepository(Pool pool) {
    this.pool = pool;
  }

  /// Diagrams whose session ended or has another host now; none when another replica is sweeping.
  Uni<List<UUID>> sweep(Duration emptyGrace, Duration hostGrace) {
    return pool.withTransaction(transaction ->
        transaction
            .preparedQuery(ALONE)
            .execute()
            .chain(rows ->
                rows.iterator().next().getBoolean("mine")
                    ? sweep(transaction, emptyGrace, hostGrace)
                    : Uni.createFrom().item(List.of())));
  }

  private static Uni<List<UUID>> sweep(SqlClient transaction, Duration empty, Duration host) {
    List<UUID> changed = new ArrayList<>();
    return transaction
        .preparedQuery(LAPSED)
        .execute()
        .chain(done -> transaction.preparedQuery(EMPTY).execute(Tuple.of(empty.toMillis())))
        .invoke(rows -> collect(rows, changed))
        .chain(done -> transaction.preparedQuery(HEIRS).execute(Tuple.of(host.toMillis())))
        .invoke(rows -> collect(rows, changed))
        .chain(done -> transaction.preparedQuery(OLD).execute())
        .replaceWith(changed);
  }

  private static void collect(RowSet<Row> rows, List<UUID> changed) {
    rows.forEach(row -> changed.add(row.getUUID("diagram_id")));
  }
}
