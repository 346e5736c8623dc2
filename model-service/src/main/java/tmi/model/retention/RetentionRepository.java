package tmi.model.retention;

import java.time.Duration;
import java.util.List;
import tmi.service.retention.SweepRepository;

/// What goes, a statement a kind.
final class RetentionRepository {
  private static final String AUDIT = "select audit.forget(now() - make_interval(secs => $1), $2)";

  private static final String GIVEN =
      "select diagram.forget_given(now() - make_interval(secs => $1), $2)";

  private RetentionRepository() {}

  static List<SweepRepository> sweeps(RetentionConfig keep) {
    return List.of(
        new DeletedRepository(keep),
        sweep("audit.entry", AUDIT, keep.auditEntries(), keep),
        sweep("diagram.given", GIVEN, keep.givenStates(), keep),
        new OperationLogRepository(keep));
  }

  private static SweepRepository sweep(
      String kind, String sql, Duration age, RetentionConfig keep) {
    return SweepRepository.of(kind, sql, age, keep.portion());
  }
}
