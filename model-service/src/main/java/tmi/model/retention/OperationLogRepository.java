package tmi.model.retention;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tmi.diagram.store.log.LogTrimming;
import tmi.service.retention.SweepRepository;
import tmi.service.retention.Swept;

/// Walks along all diagrams and trims the logs that are longer than they are kept, a few at a time;
/// where a run's time ended, the next goes on. A diagram that is live, or that somebody writes to
/// just now, has its turn in another run: starting a session takes the row's lock, so what is read
/// under it is the truth.
final class OperationLogRepository implements SweepRepository {
  private static final String IDLE =
      """
      select d.id from unnest($1::uuid[]) d(id)
       where not exists (select 1 from collab.live_session s where s.diagram_id = d.id)
      """;
  private static final UUID START = new UUID(0, 0);
  private static final int DIAGRAMS_LOOKED_AT = 500;
  private static final int DIAGRAMS_TRIMMED = 5;

  private final LogTrimming.Kept kept;
  private final int operations;
  private UUID place = START;

  OperationLogRepository(RetentionConfig keep) {
    this.kept = new LogTrimming.Kept(keep.operations(), keep.operationsADiagram());
    this.operations = keep.portion();
  }

  @Override
  public String kind() {
    return "diagram.operations";
  }

  @Override
  public Uni<Swept> portion(SqlClient tx) {
    return LogTrimming.walk(tx, place, DIAGRAMS_LOOKED_AT, kept)
        .chain(walked ->
            idle(tx, walked.due()).chain(idle -> trim(tx, idle)).map(gone -> goOn(walked, gone)));
  }

  // Without a lock: only to pass over the live ones.
  private static Uni<List<UUID>> idle(SqlClient client, List<UUID> diagrams) {
    return client
        .preparedQuery(IDLE)
        .execute(Tuple.tuple().addArrayOfUUID(diagrams.toArray(UUID[]::new)))
        .map(rows -> {
          List<UUID> idle = new ArrayList<>();
          rows.forEach(row -> idle.add(row.getUUID("id")));
          return idle;
        });
  }

  private Uni<Long> trim(SqlClient tx, List<UUID> due) {
    if (due.isEmpty()) {
      return Uni.createFrom().item(0L);
    }
    List<UUID> few = due.subList(0, Math.min(due.size(), DIAGRAMS_TRIMMED));
    return LogTrimming.lock(tx, few)
        .chain(locked -> idle(tx, locked))
        .chain(locked -> LogTrimming.trim(tx, locked, kept, operations));
  }

  // The same diagrams again as long as something goes; else the next ones.
  private Swept goOn(LogTrimming.Walked walked, long gone) {
    if (gone > 0) {
      return new Swept(gone, true);
    }
    boolean end = walked.seen() < DIAGRAMS_LOOKED_AT;
    place = end ? START : walked.last();
    return new Swept(0, !end);
  }
}
