package tmi.model.threatmodel;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import tmi.kernel.identity.Role;
import tmi.model.metadata.Pairs;
import tmi.model.sharing.AccessEntry;
import tmi.model.sharing.Authorization;
import tmi.model.sharing.PrincipalKind;
import tmi.model.sharing.User;

/// From rows to models.
final class ThreatModelMapping {
  private ThreatModelMapping() {}

  /// The model without its children.
  static ThreatModel toModel(Row row) {
    return new ThreatModel(
        row.getUUID("id"),
        row.getInteger("alias"),
        row.getString("name"),
        row.getString("description"),
        user(row.getJsonObject("owner")),
        user(row.getJsonObject("creator")),
        row.getString("framework"),
        authorization(row.getJsonArray("access_list")),
        Pairs.listed(row.getJsonObject("metadata")),
        row.getString("issue_uri"),
        row.getString("status"),
        row.getOffsetDateTime("status_updated"),
        row.getBoolean("confidential"),
        user(row.getJsonObject("reviewer")),
        row.getUUID("project_id"),
        row.getInteger("version"),
        row.getOffsetDateTime("created_at"),
        row.getOffsetDateTime("modified_at"),
        row.getOffsetDateTime("deleted_at"),
        List.of(),
        List.of());
  }

  static StoredModel toStored(Row row, Role role) {
    return new StoredModel(
        toModel(row),
        role,
        row.getBoolean("is_reviewer"),
        row.getUUID("owner_id"),
        row.getUUID("security_reviewer_id"),
        entries(row.getJsonObject("entries").getJsonArray("access")));
  }

  static ThreatModelItem toItem(Row row) {
    return new ThreatModelItem(
        row.getUUID("id"),
        row.getInteger("alias"),
        row.getString("name"),
        row.getString("description"),
        row.getOffsetDateTime("created_at"),
        row.getOffsetDateTime("modified_at"),
        user(row.getJsonObject("owner")),
        user(row.getJsonObject("creator")),
        row.getString("framework"),
        count(row, "document"),
        count(row, "repository"),
        count(row, "diagram"),
        count(row, "threat"),
        count(row, "asset"),
        count(row, "note"),
        row.getString("issue_uri"),
        row.getString("status"),
        row.getOffsetDateTime("status_updated"),
        user(row.getJsonObject("reviewer")),
        row.getOffsetDateTime("deleted_at"));
  }

  private static int count(Row row, String kind) {
    return row.getJsonObject("counts").getInteger(kind, 0);
  }

  private static User user(JsonObject card) {
    return card == null
        ? null
        : new User(
            card.getString("principal_type"),
            card.getString("provider"),
            card.getString("provider_id"),
            card.getString("display_name"),
            card.getString("email"));
  }

  private static List<Authorization> authorization(JsonArray list) {
    return list.stream()
        .map(JsonObject.class::cast)
        .map(line ->
            new Authorization(
                line.getString("principal_type"),
                line.getString("provider"),
                line.getString("provider_id"),
                line.getString("display_name"),
                line.getString("email"),
                line.getString("role")))
        .toList();
  }

  private static List<AccessEntry> entries(JsonArray list) {
    return list.stream()
        .map(JsonObject.class::cast)
        .map(line ->
            new AccessEntry(
                UUID.fromString(line.getString("principal")),
                PrincipalKind.valueOf(line.getString("kind").toUpperCase(Locale.ROOT)),
                Role.ofRank(line.getInteger("role")).orElseThrow()))
        .toList();
  }
}
