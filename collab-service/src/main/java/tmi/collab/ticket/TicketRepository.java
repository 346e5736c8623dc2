package tmi.collab.ticket;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import tmi.kernel.identity.Caller;
import tmi.kernel.identity.CallerKind;
import tmi.kernel.identity.Role;

/// Tickets as rows.
@ApplicationScoped
class TicketRepository {
  private static final String SELL =
      """
      insert into collab.tickets (hash, session_id, user_id, sign_in, token_id, token_issued_at,
                                  token_expires_at, caller_kind)
      select $1, s.id, $3, $4, $5, $6, $7, $8
        from collab.sessions s
       where s.id = $2 and s.ended_at is null
         and exists (select 1 from auth.principal p
                       join model.access a on a.principal = p.principal
                      where p.user_id = $3 and a.model_id = s.model_id)
      returning session_id\
      """;
  private static final String TAKE =
      """
      with taken as (
        delete from collab.tickets t using collab.sessions s
         where t.hash = $1 and s.id = t.session_id and s.diagram_id = $3 and s.model_id = $2
           and ($4::uuid is null or s.id = $4)
        returning t.*)
      select t.session_id, t.user_id, t.sign_in, t.token_id, t.token_issued_at, t.token_expires_at,
             t.caller_kind, t.expires_at > now() as valid,
             c.provider, c.provider_id, c.email, c.name, c.active,
             exists (select 1 from model.model_card m where m.model_id = $2) as model_known,
             exists (select 1 from collab.denials d
                      where d.session_id = t.session_id and d.user_id = t.user_id) as denied,
             (select max(a.role) from auth.principal p
                join model.access a on a.principal = p.principal
               where p.user_id = t.user_id and a.model_id = $2) as role
        from taken t join auth.account c on c.id = t.user_id\
      """;

  private final Pool pool;

  TicketRepository(Pool pool) {
    this.pool = pool;
  }

  /// False when there is no such session, or none that this caller may see.
  Uni<Boolean> sell(Buffer hash, UUID sessionId, Caller caller) {
    return pool.preparedQuery(SELL)
        .execute(
            Tuple.tuple()
                .addValue(hash)
                .addUUID(sessionId)
                .addUUID(caller.userId())
                .addString(caller.sessionId())
                .addString(caller.tokenId())
                .addOffsetDateTime(caller.issuedAt().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(caller.expiresAt().atOffset(ZoneOffset.UTC))
                .addString(caller.kind().name()))
        .map(rows -> rows.size() == 1);
  }

  /// Takes a ticket that fits, with what the database knows of its owner at this moment.
  Uni<Optional<Taken>> take(
      SqlClient transaction, Buffer hash, UUID modelId, UUID diagramId, UUID sessionId) {
    return transaction
        .preparedQuery(TAKE)
        .execute(
            Tuple.tuple().addValue(hash).addUUID(modelId).addUUID(diagramId).addUUID(sessionId))
        .map(rows -> rows.size() == 0 ? Optional.empty() : taken(rows.iterator().next()));
  }

  private static Optional<Taken> taken(Row row) {
    if (!row.getBoolean("valid") || !row.getBoolean("active")) {
      return Optional.empty();
    }
    return Optional.of(
        new Taken(
            row.getUUID("session_id"),
            caller(row),
            row.getBoolean("model_known"),
            row.getBoolean("denied"),
            Role.ofRank(row.getShort("role"))));
  }

  private static Caller caller(Row row) {
    OffsetDateTime issued = row.getOffsetDateTime("token_issued_at");
    return new Caller(
        row.getUUID("user_id"),
        row.getString("provider"),
        row.getString("provider_id"),
        row.getString("email"),
        row.getString("name"),
        row.getString("sign_in"),
        row.getString("token_id"),
        issued.toInstant(),
        row.getOffsetDateTime("token_expires_at").toInstant(),
        issued.toInstant(),
        CallerKind.valueOf(row.getString("caller_kind")));
  }
}
