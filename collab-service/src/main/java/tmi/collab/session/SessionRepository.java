package tmi.collab.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tmi.collab.protocol.User;
import tmi.diagram.store.content.DiagramStore;

/// Sessions as rows.
@ApplicationScoped
class SessionRepository {
  private static final String CARDS =
      """
      select s.id, s.model_id, m.name as model_name, s.diagram_id, d.name as diagram_name, s.host_id,
             h.provider as h_provider, h.provider_id as h_provider_id, h.email as h_email,
             h.name as h_name, s.presenter_id, p.provider as p_provider,
             p.provider_id as p_provider_id, p.email as p_email, p.name as p_name
        from collab.sessions s
        join model.model_card m on m.model_id = s.model_id
        join model.diagram_card d on d.diagram_id = s.diagram_id
        left join auth.account h on h.id = s.host_id
        left join auth.account p on p.id = s.presenter_id
       where s.ended_at is null\
      """;
  private static final String READABLE =
      CARDS
          + """
            and s.model_id in (select a.model_id from auth.principal q
                                 join model.access a on a.principal = q.principal
                                where q.user_id = $1)
          order by s.started_at\
          """;
  private static final String START =
      """
      insert into collab.sessions (id, diagram_id, model_id, host_id, presenter_id, locks)
      values ($1, $2, $3, $4, $4, $5)
      on conflict (diagram_id) where ended_at is null do nothing
      returning id\
      """;

  /// The first writer of a session that has none becomes its host.
  private static final String TAKE_OVER =
      """
      update collab.sessions
         set host_id = $2, host_seen_at = now(), locks = true,
             presenter_id = case when presenter_id = host_id then $2 else presenter_id end
       where diagram_id = $1 and ended_at is null and not locks\
      """;

  private static final String END =
      """
      update collab.sessions
         set ended_at = now(), ended_because = case when host_id = $2 then 'host' else $3::text end
       where diagram_id = $1 and (host_id = $2 or $3::text is not null) and ended_at is null
      returning id\
      """;

  /// The sockets of a person in the session of a diagram: each replica closes its own.
  private static final String LEAVE =
      """
      update collab.sockets k set left_at = now()
        from collab.sessions s
       where s.id = k.session_id and s.diagram_id = $1 and s.ended_at is null
         and k.user_id = $2 and k.left_at is null\
      """;

  private final Pool pool;
  private final DiagramStore diagrams;

  SessionRepository(Pool pool, DiagramStore diagrams) {
    this.pool = pool;
    this.diagrams = diagrams;
  }

  /// Makes a session unless there is one; true when it was made. Under the diagram's lock, so that
  /// a REST write either commits before it or sees it. Empty when the diagram has no content.
  ///
  /// @param writes whether this person may write: then the session is theirs to lock
  Uni<Optional<Boolean>> start(UUID id, UUID modelId, UUID diagramId, UUID person, boolean writes) {
    return pool.withTransaction(transaction ->
        diagrams
            .lock(transaction, diagramId)
            .chain(vector ->
                vector.isEmpty()
                    ? Uni.createFrom().item(Optional.<Boolean>empty())
                    : insert(transaction, Tuple.of(id, diagramId, modelId, person, writes))
                        .call(() -> takeOver(transaction, diagramId, person, writes))));
  }

  private static Uni<Void> takeOver(
      SqlClient transaction, UUID diagramId, UUID person, boolean writes) {
    return writes
        ? transaction
            .preparedQuery(TAKE_OVER)
            .execute(Tuple.of(diagramId, person))
            .replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  private static Uni<Optional<Boolean>> insert(SqlClient transaction, Tuple parameters) {
    return transaction
        .preparedQuery(START)
        .execute(parameters)
        .map(rows -> Optional.of(rows.size() == 1));
  }

  Uni<Optional<LiveSession>> findByDiagram(UUID diagramId) {
    return find(" and s.diagram_id = $1", diagramId);
  }

  Uni<Optional<LiveSession>> findById(UUID id) {
    return find(" and s.id = $1", id);
  }

  private Uni<Optional<LiveSession>> find(String condition, UUID id) {
    return pool.preparedQuery(CARDS + condition)
        .execute(Tuple.of(id))
        .map(rows -> all(rows).stream().findFirst());
  }

  /// Several at once; those that are over are left out.
  Uni<List<LiveSession>> listByIds(UUID[] ids) {
    return pool.preparedQuery(CARDS + " and s.id = any($1)")
        .execute(Tuple.tuple().addArrayOfUUID(ids))
        .map(SessionRepository::all);
  }

  /// All on models that this person may read.
  Uni<List<LiveSession>> listReadable(UUID userId) {
    return pool.preparedQuery(READABLE).execute(Tuple.of(userId)).map(SessionRepository::all);
  }

  /// Ends the session of a diagram if this person is its host, or may end any; gives its id.
  ///
  /// @param because `owner` or `administrator` of one who may end any session, else null
  Uni<Optional<UUID>> end(UUID diagramId, UUID person, String because) {
    return pool.preparedQuery(END)
        .execute(Tuple.of(diagramId, person, because))
        .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(first(rows)));
  }

  /// Marks the sockets of a person for closing, on whatever replicas they are.
  Uni<Void> leave(UUID diagramId, UUID person) {
    return pool.preparedQuery(LEAVE).execute(Tuple.of(diagramId, person)).replaceWithVoid();
  }

  private static UUID first(RowSet<Row> rows) {
    return rows.iterator().next().getUUID("id");
  }

  private static List<LiveSession> all(RowSet<Row> rows) {
    List<LiveSession> sessions = new ArrayList<>();
    rows.forEach(row -> sessions.add(session(row)));
    return sessions;
  }

  private static LiveSession session(Row row) {
    UUID presenter = row.getUUID("presenter_id");
    return new LiveSession(
        row.getUUID("id"),
        row.getUUID("model_id"),
        row.getString("model_name"),
        row.getUUID("diagram_id"),
        row.getString("diagram_name"),
        row.getUUID("host_id"),
        user(row, "h_", row.getUUID("host_id")),
        presenter == null ? null : user(row, "p_", presenter));
  }

  private static User user(Row row, String prefix, UUID id) {
    String provider = row.getString(prefix + "provider");
    return provider == null
        ? User.of("tmi", id.toString(), "", "Deleted person")
        : User.of(
            provider,
            row.getString(prefix + "provider_id"),
            row.getString(prefix + "email"),
            row.getString(prefix + "name"));
  }
}
