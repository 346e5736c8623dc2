package tmi.model.retention;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import tmi.service.retention.SweepRepository;
import tmi.service.retention.Swept;

/// What was deleted goes for good: threats, then diagrams that no threat names, then models that
/// have nothing left in them. Together, because the last have to wait for the first.
final class DeletedRepository implements SweepRepository {
  private static final String THREATS =
      "select model.purge_threats(now() - make_interval(secs => $1), $2)";

  // A diagram's content is in a schema of its own.
  private static final String DIAGRAMS =
      """
      with gone as materialized (
        select id from model.purge_diagrams(now() - make_interval(secs => $1), $2) as id
      ), content as (
        delete from diagram.diagrams d using gone g where d.id = g.id
      )
      select count(*) from gone
      """;

  private static final String MODELS =
      "select model.purge_threat_models(now() - make_interval(secs => $1), $2)";

  private final List<SweepRepository> inOrder;

  DeletedRepository(RetentionConfig keep) {
    inOrder =
        List.of(THREATS, DIAGRAMS, MODELS).stream()
            .map(sql -> SweepRepository.of(kind(), sql, keep.deleted(), keep.portion()))
            .toList();
  }

  @Override
  public String kind() {
    return "model.deleted";
  }

  @Override
  public Uni<Swept> portion(SqlClient tx) {
    return Multi.createFrom()
        .iterable(inOrder)
        .onItem()
        .transformToUniAndConcatenate(sweep -> sweep.portion(tx))
        .collect()
        .asList()
        .map(all ->
            new Swept(
                all.stream().mapToLong(Swept::rows).sum(), all.stream().anyMatch(Swept::more)));
  }
}
