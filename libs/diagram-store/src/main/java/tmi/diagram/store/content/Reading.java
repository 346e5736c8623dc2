package tmi.diagram.store.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tmi.diagram.cell.Cell;
import tmi.diagram.store.log.LogJson;

/// Reads vector and cells in one statement, so that they are of one moment.
final class Reading {
  private static final String CELLS =
      "select d.id, d.model_id, d.update_vector, c.cell_id, c.data::text as data"
          + " from diagram.diagrams d left join diagram.cells c on c.diagram_id = d.id"
          + " where d.id = $1 order by c.rank, c.cell_id";
  private static final String OF_MODEL =
      "select d.id, d.model_id, d.update_vector, c.cell_id, c.data::text as data"
          + " from diagram.diagrams d left join diagram.cells c on c.diagram_id = d.id"
          + " where d.model_id = $1 order by d.id, c.rank, c.cell_id";
  private static final String GIVEN =
      "with given as (insert into diagram.given as g (diagram_id, sign_in, vector)"
          + " select id, $2, update_vector from diagram.diagrams where id = $1"
          + " on conflict (diagram_id, sign_in) do update"
          + " set vector = excluded.vector, given_at = now() where g.vector < excluded.vector) ";
  private static final String REMEMBER =
      "insert into diagram.given as g (diagram_id, sign_in, vector)"
          + " select id, $2, $3 from diagram.diagrams where id = $1"
          + " on conflict (diagram_id, sign_in) do update"
          + " set vector = excluded.vector, given_at = now() where g.vector < excluded.vector";
  private static final String LAST_GIVEN =
      "select vector from diagram.given where diagram_id = $1 and sign_in = $2";

  private Reading() {}

  static Uni<Optional<DiagramContent>> read(SqlClient client, UUID diagramId) {
    return client.preparedQuery(CELLS).execute(Tuple.of(diagramId)).map(Reading::content);
  }

  static Uni<Map<UUID, DiagramContent>> readOfModel(SqlClient client, UUID modelId) {
    return client.preparedQuery(OF_MODEL).execute(Tuple.of(modelId)).map(Reading::contents);
  }

  static Uni<Optional<DiagramText>> text(SqlClient client, UUID diagramId) {
    return client.preparedQuery(CELLS).execute(Tuple.of(diagramId)).map(Reading::text);
  }

  static Uni<Optional<DiagramText>> textFor(SqlClient client, UUID diagramId, String signIn) {
    return client
        .preparedQuery(GIVEN + CELLS)
        .execute(Tuple.of(diagramId, signIn))
        .map(Reading::text);
  }

  static Uni<Void> remember(SqlClient client, UUID diagramId, String signIn, long vector) {
    if (signIn == null) {
      return Uni.createFrom().voidItem();
    }
    return client
        .preparedQuery(REMEMBER)
        .execute(Tuple.of(diagramId, signIn, vector))
        .replaceWithVoid();
  }

  static Uni<Optional<Long>> lastGiven(SqlClient client, UUID diagramId, String signIn) {
    return client
        .preparedQuery(LAST_GIVEN)
        .execute(Tuple.of(diagramId, signIn))
        .map(rows ->
            rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getLong("vector")));
  }

  private static Optional<DiagramText> text(RowSet<Row> rows) {
    List<String> cells = new ArrayList<>(rows.size());
    Row head = null;
    for (Row row : rows) {
      head = row;
      if (row.getUUID("cell_id") != null) {
        cells.add(row.getString("data"));
      }
    }
    return Optional.ofNullable(head)
        .map(row ->
            new DiagramText(
                row.getUUID("id"), row.getUUID("model_id"), row.getLong("update_vector"), cells));
  }

  private static Optional<DiagramContent> content(RowSet<Row> rows) {
    return contents(rows).values().stream().findFirst();
  }

  /// Rows of one diagram after the other; a diagram without cells is one row.
  private static Map<UUID, DiagramContent> contents(RowSet<Row> rows) {
    Map<UUID, List<Cell>> cells = new LinkedHashMap<>();
    Map<UUID, Row> heads = new HashMap<>();
    for (Row row : rows) {
      UUID id = row.getUUID("id");
      heads.putIfAbsent(id, row);
      List<Cell> own = cells.computeIfAbsent(id, none -> new ArrayList<>());
      if (row.getUUID("cell_id") != null) {
        ObjectNode data = (ObjectNode) LogJson.parseAsIs(row.getString("data"));
        own.add(new Cell(row.getUUID("cell_id"), data));
      }
    }
    Map<UUID, DiagramContent> contents = new LinkedHashMap<>();
    cells.forEach((id, own) -> contents.put(id, content(heads.get(id), own)));
    return contents;
  }

  private static DiagramContent content(Row head, List<Cell> cells) {
    return new DiagramContent(
        head.getUUID("id"), head.getUUID("model_id"), head.getLong("update_vector"), cells);
  }
}
