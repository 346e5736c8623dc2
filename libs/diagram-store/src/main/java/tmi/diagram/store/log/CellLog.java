package tmi.diagram.store.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tmi.diagram.merge.Done;
import tmi.diagram.merge.Past;
import tmi.diagram.operation.CellChange;
import tmi.diagram.operation.Verb;

/// Questions to the log by cell: what happened to cells since a number.
public final class CellLog {
  private static final String STEP =
      "select l.cell_id, l.seq, l.verb, l.rank, l.changes::text as changes, o.author, o.inverts";
  private static final String JOIN =
      " join diagram.operations o on o.diagram_id = l.diagram_id and o.seq = l.seq";

  /// Only for cells that an author cannot know: those that others wrote after his base.
  private static final String UNKNOWN =
      STEP
          + " from (select w.cell_id, min(w.base) as base"
          + " from unnest($2::uuid[], $3::bigint[], $4::uuid[]) as w (cell_id, base, author)"
          + " join diagram.cells c on c.diagram_id = $1 and c.cell_id = w.cell_id"
          + " where c.seq > w.base and not (c.author = w.author and c.foreign_seq <= w.base)"
          + " group by w.cell_id) as u"
          + " join diagram.operation_cells l"
          + " on l.diagram_id = $1 and l.cell_id = u.cell_id and l.seq > u.base"
          + JOIN
          + " order by l.seq";

  private static final String SINCE =
      STEP
          + " from diagram.operation_cells l"
          + JOIN
          + " where l.diagram_id = $1 and l.seq > $2 order by l.seq";
  private static final String OF_CELLS =
      STEP
          + " from diagram.operation_cells l"
          + JOIN
          + " where l.diagram_id = $1 and l.cell_id = any($2) and l.seq > $3 order by l.seq";

  private static final String UNDONE =
      " and not exists (select 1 from diagram.operations i"
          + " where i.diagram_id = o.diagram_id and i.inverts = o.seq)"
          + " order by o.seq desc limit 10) as o"
          + " join diagram.operation_cells l on l.diagram_id = $1 and l.seq = o.seq"
          + " order by l.seq desc, l.cell_id";
  private static final String UNDOABLE =
      STEP
          + " from (select * from diagram.operations o"
          + " where o.diagram_id = $1 and o.author = $2 and o.kind in ('edit', 'redo')"
          + UNDONE;
  private static final String REDOABLE =
      STEP
          + " from (select * from diagram.operations o"
          + " where o.diagram_id = $1 and o.author = $2 and o.kind = 'undo'"
          + " and o.seq > coalesce((select max(e.seq) from diagram.operations e"
          + " where e.diagram_id = $1 and e.author = $2 and e.kind = 'edit'), 0)"
          + UNDONE;

  private CellLog() {}

  /// A cell that somebody writes who knows the state `base`.
  public record Written(UUID cellId, long base, UUID author) {}

  /// What is needed to see these cells as their writers do; nothing for cells that they know as
  /// they are.
  public static Uni<Past> unknownTo(SqlClient client, UUID diagramId, Collection<Written> cells) {
    Tuple parameters =
        Tuple.of(diagramId)
            .addArrayOfUUID(cells.stream().map(Written::cellId).toArray(UUID[]::new))
            .addArrayOfLong(cells.stream().map(Written::base).toArray(Long[]::new))
            .addArrayOfUUID(cells.stream().map(Written::author).toArray(UUID[]::new));
    return client.preparedQuery(UNKNOWN).execute(parameters).map(CellLog::past);
  }

  /// Everything after a number.
  public static Uni<Past> since(SqlClient client, UUID diagramId, long after) {
    return client.preparedQuery(SINCE).execute(Tuple.of(diagramId, after)).map(CellLog::past);
  }

  /// What happened to these cells after a number.
  public static Uni<Past> of(SqlClient client, UUID diagramId, Collection<UUID> cells, long after) {
    Tuple parameters =
        Tuple.of(diagramId).addArrayOfUUID(cells.toArray(UUID[]::new)).addLong(after);
    return client.preparedQuery(OF_CELLS).execute(parameters).map(CellLog::past);
  }

  /// The author's latest operations that were not taken back, latest first.
  public static Uni<List<Done>> undoable(SqlClient client, UUID diagramId, UUID author) {
    return client.preparedQuery(UNDOABLE).execute(Tuple.of(diagramId, author)).map(CellLog::done);
  }

  /// The undos that the author made since his last edit and did not take back, latest first.
  public static Uni<List<Done>> redoable(SqlClient client, UUID diagramId, UUID author) {
    return client.preparedQuery(REDOABLE).execute(Tuple.of(diagramId, author)).map(CellLog::done);
  }

  private static Past past(RowSet<Row> rows) {
    Past past = new Past();
    for (Row row : rows) {
      past.add(
          new Past.Step(
              row.getLong("seq"),
              row.getUUID("author"),
              Optional.ofNullable(row.getLong("inverts")),
              change(row)));
    }
    return past;
  }

  private static List<Done> done(RowSet<Row> rows) {
    Map<Long, List<CellChange>> changes = new LinkedHashMap<>();
    for (Row row : rows) {
      changes.computeIfAbsent(row.getLong("seq"), seq -> new ArrayList<>()).add(change(row));
    }
    return changes.entrySet().stream().map(e -> new Done(e.getKey(), e.getValue())).toList();
  }

  private static CellChange change(Row row) {
    return new CellChange(
        row.getUUID("cell_id"),
        Verb.valueOf(row.getString("verb").toUpperCase(Locale.ROOT)),
        LogJson.changes(row.getString("changes")),
        Optional.ofNullable(row.getString("rank")));
  }
}
