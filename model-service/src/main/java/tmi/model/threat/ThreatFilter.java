package tmi.model.threat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import tmi.kernel.page.Window;
import tmi.kernel.problem.Problem;
import tmi.model.request.Conditions;
import tmi.service.request.Asked;

/// Which threats, in which order: a [AskedFilter] that was read and judged. Null is no condition.
record ThreatFilter(
    Window window,
    ThreatOrder order,
    boolean includeDeleted,
    String name,
    String description,
    String[] types,
    String[] severities,
    String[] priorities,
    String[] statuses,
    Boolean mitigated,
    UUID diagramId,
    UUID cellId,
    Scores scores,
    Times times) {

  private static final int MAX_TYPES = 10;

  /// Bounds of the score.
  record Scores(BigDecimal gt, BigDecimal lt, BigDecimal ge, BigDecimal le, BigDecimal eq) {}

  /// Bounds of the times, exclusive.
  record Times(
      OffsetDateTime createdAfter,
      OffsetDateTime createdBefore,
      OffsetDateTime modifiedAfter,
      OffsetDateTime modifiedBefore) {}

  static ThreatFilter of(AskedFilter asked) {
    return new ThreatFilter(
        Asked.window(asked.limit, asked.offset),
        ThreatOrder.of(asked.sort),
        Boolean.TRUE.equals(Asked.flag("include_deleted", asked.includeDeleted)),
        Asked.text("name", asked.name, 256),
        Asked.text("description", asked.description, 1000),
        Asked.words("threat_type", asked.threatType, MAX_TYPES),
        severities(asked.severity),
        Asked.words("priority", asked.priority, 50),
        Asked.words("status", asked.status, 50),
        Asked.flag("mitigated", asked.mitigated),
        Asked.id("diagram_id", asked.diagramId),
        Asked.id("cell_id", asked.cellId),
        scores(asked),
        new Times(
            Asked.time("created_after", asked.createdAfter),
            Asked.time("created_before", asked.createdBefore),
            Asked.time("modified_after", asked.modifiedAfter),
            Asked.time("modified_before", asked.modifiedBefore)));
  }

  void addTo(Conditions where) {
    where
        .and(!includeDeleted, "t.deleted_at is null")
        .contains("t.name", name)
        .contains("t.description", description)
        .and("t.threat_type && ?::text[]", types)
        .and("t.severity = any(?::text[])", severities)
        .and("t.priority = any(?::text[])", priorities)
        .and("t.status = any(?::text[])", statuses)
        .and("t.mitigated = ?::boolean", mitigated)
        .and("t.diagram_id = ?::uuid", diagramId)
        .and("t.cell_id = ?::uuid", cellId)
        .and("t.score > ?::numeric", scores.gt())
        .and("t.score < ?::numeric", scores.lt())
        .and("t.score >= ?::numeric", scores.ge())
        .and("t.score <= ?::numeric", scores.le())
        .and("t.score = ?::numeric", scores.eq())
        .and("t.created_at > ?::timestamptz", times.createdAfter())
        .and("t.created_at < ?::timestamptz", times.createdBefore())
        .and("t.modified_at > ?::timestamptz", times.modifiedAfter())
        .and("t.modified_at < ?::timestamptz", times.modifiedBefore());
  }

  private static Scores scores(AskedFilter asked) {
    return new Scores(
        Asked.score("score_gt", asked.scoreGt),
        Asked.score("score_lt", asked.scoreLt),
        Asked.score("score_ge", asked.scoreGe),
        Asked.score("score_le", asked.scoreLe),
        Asked.score("score_eq", asked.scoreEq));
  }

  private static String[] severities(List<String> asked) {
    String[] words = Asked.words("severity", asked, 50);
    for (int i = 0; words != null && i < words.length; i++) {
      words[i] =
          Severity.ofWord(words[i])
              .orElseThrow(() ->
                  Problem.invalid(
                      "severity", "must be unknown, informational, low, medium, high or critical"))
              .word();
    }
    return words;
  }
}
