package tmi.diagram.store.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import tmi.diagram.cell.Cell;
import tmi.diagram.merge.Placed;
import tmi.diagram.store.log.LogJson;

/// The table of cells. Each method sends one statement when it is subscribed to.
final class CellRows {
  private static final String COLUMNS =
      "select c.cell_id, c.rank, c.seq, c.author, c.foreign_seq, c.data::text as data";

  /// One probe of the primary key for each row in front of it. `offset 0` keeps the planner from
  /// joining the whole diagram instead: it cannot know how few cells are reached.
  private static final String PROBE =
      " cross join lateral (select * from diagram.cells t"
          + " where t.diagram_id = $1 and t.cell_id = %s.cell_id offset 0) as c";

  /// The named cells, what hangs on the removed ones, and from all these the ends of flows and the
  /// parents up to the top: whatever a merge can ask for.
  private static final String REACHED =
      "with recursive wanted (cell_id) as ("
          + " select unnest($2::uuid[])"
          + " union select cell_id from diagram.cells where diagram_id = $1 and source = any($3)"
          + " union select cell_id from diagram.cells where diagram_id = $1 and target = any($3)"
          + " union select cell_id from diagram.cells where diagram_id = $1 and parent = any($3)"
          + "), reached (cell_id, source, target, parent) as ("
          + " select c.cell_id, c.source, c.target, c.parent from wanted w"
          + PROBE.formatted("w")
          + " union select c.cell_id, c.source, c.target, c.parent from reached r"
          + " cross join lateral (values (r.source), (r.target), (r.parent)) as next (cell_id)"
          + PROBE.formatted("next")
          + ") "
          + COLUMNS
          + " from reached r"
          + PROBE.formatted("r");

  private static final String ALL =
      COLUMNS + " from diagram.cells c where c.diagram_id = $1 order by c.rank, c.cell_id";
  private static final String LAST_RANK =
      "select rank from diagram.cells where diagram_id = $1 order by rank desc limit 1";
  private static final String PUT =
      "insert into diagram.cells"
          + " (diagram_id, cell_id, rank, seq, author, foreign_seq, source, target, parent, data)"
          + " select $1, n.cell_id, n.rank, n.seq, n.author, n.foreign_seq, n.source, n.target,"
          + " n.parent, n.data::jsonb from unnest($2::uuid[], $3::text[], $4::bigint[], $5::uuid[],"
          + " $6::bigint[], $7::uuid[], $8::uuid[], $9::uuid[], $10::text[])"
          + " as n (cell_id, rank, seq, author, foreign_seq, source, target, parent, data)"
          + " on conflict (diagram_id, cell_id) do update set rank = excluded.rank,"
          + " seq = excluded.seq, author = excluded.author, foreign_seq = excluded.foreign_seq,"
          + " source = excluded.source, target = excluded.target, parent = excluded.parent,"
          + " data = excluded.data";
  private static final String DELETE =
      "delete from diagram.cells where diagram_id = $1 and cell_id = any($2)";

  private CellRows() {}

  static Uni<List<Placed>> reached(
      SqlClient client, UUID diagramId, Collection<UUID> named, Collection<UUID> removed) {
    Tuple parameters =
        Tuple.of(diagramId)
            .addArrayOfUUID(named.toArray(UUID[]::new))
            .addArrayOfUUID(removed.toArray(UUID[]::new));
    return client.preparedQuery(REACHED).execute(parameters).map(CellRows::placed);
  }

  static Uni<List<Placed>> all(SqlClient client, UUID diagramId) {
    return client.preparedQuery(ALL).execute(Tuple.of(diagramId)).map(CellRows::placed);
  }

  private static List<Placed> placed(RowSet<Row> rows) {
    List<Placed> placed = new ArrayList<>(rows.size());
    for (Row row : rows) {
      ObjectNode data = (ObjectNode) LogJson.parse(row.getString("data"));
      placed.add(
          new Placed(
              new Cell(row.getUUID("cell_id"), data),
              row.getString("rank"),
              row.getLong("seq"),
              row.getUUID("author"),
              row.getLong("foreign_seq")));
    }
    return placed;
  }

  /// The last rank in the list; the empty text when there is none.
  static Uni<String> lastRank(SqlClient client, UUID diagramId) {
    return client
        .preparedQuery(LAST_RANK)
        .execute(Tuple.of(diagramId))
        .map(rows -> rows.size() == 0 ? "" : rows.iterator().next().getString("rank"));
  }

  static Uni<Void> put(SqlClient transaction, UUID diagramId, List<Placed> cells) {
    Tuple parameters =
        Tuple.of(diagramId)
            .addArrayOfUUID(column(cells, Placed::id, UUID[]::new))
            .addArrayOfString(column(cells, Placed::rank, String[]::new))
            .addArrayOfLong(column(cells, Placed::seq, Long[]::new))
            .addArrayOfUUID(column(cells, Placed::author, UUID[]::new))
            .addArrayOfLong(column(cells, Placed::foreignSeq, Long[]::new))
            .addArrayOfUUID(references(cells, Cell::source))
            .addArrayOfUUID(references(cells, Cell::target))
            .addArrayOfUUID(references(cells, Cell::parent))
            .addArrayOfString(column(cells, p -> p.cell().data().toString(), String[]::new));
    return transaction.preparedQuery(PUT).execute(parameters).replaceWithVoid();
  }

  private static UUID[] references(List<Placed> cells, Function<Cell, Optional<UUID>> reference) {
    return column(cells, placed -> reference.apply(placed.cell()).orElse(null), UUID[]::new);
  }

  private static <C> C[] column(
      List<Placed> cells, Function<Placed, C> value, IntFunction<C[]> array) {
    return cells.stream().map(value).toArray(array);
  }

  static Uni<Void> delete(SqlClient transaction, UUID diagramId, List<UUID> cells) {
    Tuple parameters = Tuple.of(diagramId).addArrayOfUUID(cells.toArray(UUID[]::new));
    return transaction.preparedQuery(DELETE).execute(parameters).replaceWithVoid();
  }

  /// Splits touched cells into those to put and those to delete.
  static List<Placed> kept(Map<UUID, Optional<Placed>> rows) {
    return rows.values().stream().flatMap(Optional::stream).toList();
  }

  static List<UUID> gone(Map<UUID, Optional<Placed>> rows) {
    return rows.entrySet().stream()
        .filter(entry -> entry.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }
}
