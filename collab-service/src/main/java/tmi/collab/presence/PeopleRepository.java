package tmi.collab.presence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tmi.collab.protocol.Participant;
import tmi.collab.protocol.User;

/// Who is in a session, and who is who.
@ApplicationScoped
public class PeopleRepository {
  private static final String PARTICIPANTS =
      """
      select k.session_id, k.last_activity, c.provider, c.provider_id, c.email, c.name,
             coalesce((select max(a.role) from auth.principal p
                         join model.access a on a.principal = p.principal
                        where p.user_id = k.user_id and a.model_id = s.model_id), 0) as role
        from (select session_id, user_id, min(joined_at) as joined_at,
                     max(last_activity) as last_activity
                from collab.sockets
               where session_id = any($1) and alive_until > now()
               group by session_id, user_id) k
        join collab.sessions s on s.id = k.session_id
        join auth.account c on c.id = k.user_id
       order by k.joined_at, k.user_id\
      """;
  private static final String CARDS =
      "select id, provider, provider_id, email, name from auth.account where id = any($1)";
  private static final int WRITER = 2;

  private final Pool pool;

  PeopleRepository(Pool pool) {
    this.pool = pool;
  }

  /// The people with an open socket, by session, in the order in which they came.
  public Uni<Map<UUID, List<Participant>>> participants(Collection<UUID> sessionIds) {
    return pool.preparedQuery(PARTICIPANTS)
        .execute(Tuple.tuple().addArrayOfUUID(sessionIds.toArray(UUID[]::new)))
        .map(rows -> {
          Map<UUID, List<Participant>> bySession = new HashMap<>();
          for (Row row : rows) {
            bySession
                .computeIfAbsent(row.getUUID("session_id"), id -> new ArrayList<>())
                .add(participant(row));
          }
          return bySession;
        });
  }

  /// The cards of these people; unknown ids are left out.
  public Uni<Map<UUID, User>> cards(Collection<UUID> userIds) {
    return pool.preparedQuery(CARDS)
        .execute(Tuple.tuple().addArrayOfUUID(userIds.toArray(UUID[]::new)))
        .map(rows -> {
          Map<UUID, User> cards = new HashMap<>();
          rows.forEach(row -> cards.put(row.getUUID("id"), user(row)));
          return cards;
        });
  }

  private static Participant participant(Row row) {
    return new Participant(
        user(row),
        row.getOffsetDateTime("last_activity").toInstant(),
        row.getInteger("role") >= WRITER ? "writer" : "reader");
  }

  private static User user(Row row) {
    return User.of(
        row.getString("provider"),
        row.getString("provider_id"),
        row.getString("email"),
        row.getString("name"));
  }
}
