package tmi.collab.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tmi.kernel.id.Ids;
import tmi.kernel.identity.Role;

/// The question of every look: may all these still be here?
@ApplicationScoped
class SeatRepository {
  static final String STANDING =
      """
      select k.id,
             (select max(a.role) from auth.principal p
                join model.access a on a.principal = p.principal
               where p.user_id = k.user_id and a.model_id = k.model_id
                 and exists (select 1 from auth.account c
                              where c.id = k.user_id and c.active)) as role,
             exists (select 1 from collab.sessions s
                       join model.diagram_card d on d.diagram_id = s.diagram_id
                      where s.id = k.session_id and s.ended_at is null) as live,
             exists (select 1 from collab.sockets o
                      where o.id = k.id and o.left_at is not null) as gone,
             (select i.expires_at from auth.sign_in i where i.id = k.sign_in) as sign_in_ends
        from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[])
          as k(id, user_id, model_id, session_id, sign_in)\
      """;

  private final Pool pool;

  SeatRepository(Pool pool) {
    this.pool = pool;
  }

  /// One query however many seats there are.
  Uni<Map<UUID, Standing>> standings(Collection<Seat> seats) {
    Tuple parameters =
        Tuple.tuple()
            .addArrayOfUUID(each(seats, Seat::id))
            .addArrayOfUUID(each(seats, seat -> seat.caller().userId()))
            .addArrayOfUUID(each(seats, Seat::modelId))
            .addArrayOfUUID(each(seats, Seat::sessionId))
            .addArrayOfUUID(each(seats, SeatRepository::signIn));
    return pool.preparedQuery(STANDING)
        .execute(parameters)
        .map(rows -> {
          Map<UUID, Standing> standings = new HashMap<>();
          rows.forEach(row -> standings.put(row.getUUID("id"), standing(row)));
          return standings;
        });
  }

  private static Standing standing(Row row) {
    return new Standing(
        Role.ofRank(row.getShort("role")),
        row.getBoolean("live"),
        row.getBoolean("gone"),
        Optional.ofNullable(row.getOffsetDateTime("sign_in_ends")).map(OffsetDateTime::toInstant));
  }

  private static UUID signIn(Seat seat) {
    return Ids.parse(seat.caller().sessionId()).orElse(null);
  }

  private static UUID[] each(Collection<Seat> seats, Function<Seat, UUID> part) {
    return seats.stream().map(part).toArray(UUID[]::new);
  }
}
