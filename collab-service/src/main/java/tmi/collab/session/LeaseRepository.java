package tmi.collab.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// The leases of sockets. Sessions are locked in the order of their ids, so that two replicas that
/// renew at once cannot wait for each other.
@ApplicationScoped
class LeaseRepository {
  private static final String RENEW =
      """
      with mine as materialized (
        select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[])
          as m(id, session_id, user_id, idle_millis)),
      live as materialized (
        select s.id from collab.sessions s
         where s.id in (select session_id from mine) and s.ended_at is null
         order by s.id for no key update),
      kept as (
        insert into collab.sockets as k
               (id, session_id, user_id, replica, last_activity, alive_until)
        select m.id, m.session_id, m.user_id, $5,
               now() - m.idle_millis * interval '1 millisecond',
               now() + $6 * interval '1 millisecond'
          from mine m join live l on l.id = m.session_id
        on conflict (id) do update set alive_until = excluded.alive_until,
                                       last_activity = excluded.last_activity
        returning k.session_id, k.user_id)
      update collab.sessions s
         set seen_at = now(),
             host_seen_at = case when exists (select 1 from kept k
                                               where k.session_id = s.id and k.user_id = s.host_id)
                                 then now() else s.host_seen_at end
       where s.id in (select session_id from kept)\
      """;
  private static final String RELEASE =
      """
      with gone as (delete from collab.sockets where id = $1 returning session_id, user_id)
      update collab.sessions s
         set seen_at = now(),
             host_seen_at = case when s.host_id = g.user_id then now() else s.host_seen_at end
        from gone g where s.id = g.session_id and s.ended_at is null\
      """;

  private final Pool pool;

  LeaseRepository(Pool pool) {
    this.pool = pool;
  }

  Uni<Void> renew(List<Lease> leases, UUID replica, Duration life) {
    return pool.preparedQuery(RENEW)
        .execute(
            Tuple.tuple()
                .addArrayOfUUID(each(leases, Lease::socketId))
                .addArrayOfUUID(each(leases, Lease::sessionId))
                .addArrayOfUUID(each(leases, Lease::userId))
                .addArrayOfLong(leases.stream().map(l -> l.idle().toMillis()).toArray(Long[]::new))
                .addUUID(replica)
                .addLong(life.toMillis()))
        .replaceWithVoid();
  }

  Uni<Void> release(UUID socketId) {
    return pool.preparedQuery(RELEASE).execute(Tuple.of(socketId)).replaceWithVoid();
  }

  private static UUID[] each(List<Lease> leases, Function<Lease, UUID> part) {
    return leases.stream().map(part).toArray(UUID[]::new);
  }
}
