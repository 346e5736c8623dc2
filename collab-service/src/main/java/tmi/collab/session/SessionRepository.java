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
      insert into collab.sessions (id, diagram_id, model_id, host_id, presenter_id)
      values ($1, $2, $3, $4, $4)
      on conflict (diagram_id) where ended_at is null do nothing
      returning id\
      """;
  private static final String END =
      """
      update collab.sessions set ended_at = now(), ended_because = 'host'
       where diagram_id = $1 and host_id = $2 and ended_at is null returning id\
      """;

  private final Pool pool;
  private final DiagramStore diagrams;

  SessionRepository(Pool pool, DiagramStore diagrams) {
    this.pool = pool;
    this.diagrams = diagrams;
  }

  /// Makes a session unless there is one; true when it was made. Under the diagram's lock, so that
  /// a REST write either commits before it or sees it. Empty when the diagram has no content.
  Uni<Optional<Boolean>> start(UUID id, UUID modelId, UUID diagramId, UUID hostId) {
    return pool.withTransaction(transaction ->
        diagrams
            .lock(transaction, diagramId)
            .chain(vector ->
                vector.isEmpty()
                    ? Uni.createFrom().item(Optional.<Boolean>empty())
                    : insert(transaction, Tuple.of(id, diagramId, modelId, hostId))));
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

  /// Ends the session of a diagram if this person is its host; gives its id.
  Uni<Optional<UUID>> end(UUID diagramId, UUID hostId) {
    return pool.preparedQuery(END)
        .execute(Tuple.of(diagramId, hostId))
        .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(first(rows)));
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
