package tmi.model.threat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import tmi.model.metadata.Pairs;

/// From rows to threats, and from a threat back to what could be sent.
final class ThreatMapping {
  private ThreatMapping() {}

  static Threat toThreat(Row row) {
    return new Threat(
        row.getUUID("id"),
        row.getUUID("threat_model_id"),
        row.getInteger("alias"),
        row.getString("name"),
        row.getString("description"),
        row.getString("mitigation"),
        List.of(row.getArrayOfStrings("threat_type")),
        row.getString("severity"),
        row.getBigDecimal("score"),
        row.getString("priority"),
        row.getString("status"),
        row.getBoolean("mitigated"),
        someOrNull(List.of(row.getArrayOfStrings("cwe_id"))),
        someOrNull(cvss(row.getJsonArray("cvss"))),
        ssvc(row.getJsonObject("ssvc")),
        row.getUUID("diagram_id"),
        row.getUUID("cell_id"),
        row.getUUID("asset_id"),
        row.getString("issue_uri"),
        Pairs.listed(row.getJsonObject("metadata")),
        row.getBoolean("include_in_report"),
        row.getBoolean("timmy_enabled"),
        row.getBoolean("auto_generated"),
        row.getInteger("version"),
        row.getOffsetDateTime("created_at"),
        row.getOffsetDateTime("modified_at"),
        row.getOffsetDateTime("deleted_at"));
  }

  static NewThreat toInput(Threat threat) {
    return new NewThreat(
        threat.name(),
        threat.description(),
        threat.mitigation(),
        threat.threatType(),
        threat.severity(),
        threat.score(),
        threat.priority(),
        threat.status(),
        threat.mitigated(),
        threat.cweId(),
        threat.cvss(),
        threat.ssvc(),
        text(threat.diagramId()),
        text(threat.cellId()),
        text(threat.assetId()),
        threat.issueUri(),
        threat.metadata(),
        threat.includeInReport(),
        threat.timmyEnabled());
  }

  private static List<CvssScore> cvss(JsonArray column) {
    return column.stream()
        .map(JsonObject.class::cast)
        .map(score -> new CvssScore(score.getString("vector"), decimal(score.getNumber("score"))))
        .toList();
  }

  private static SsvcScore ssvc(JsonObject column) {
    return column == null
        ? null
        : new SsvcScore(
            column.getString("vector"),
            column.getString("decision"),
            column.getString("methodology"));
  }

  private static BigDecimal decimal(Number number) {
    return new BigDecimal(number.toString());
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
  }

  private static <T> List<T> someOrNull(List<T> list) {
    return list.isEmpty() ? null : list;
  }
}
