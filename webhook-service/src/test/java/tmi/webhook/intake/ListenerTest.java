package tmi.webhook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ListenerTest {
  private static final UUID MODEL = new UUID(0, 1);
  private static final UUID OWNER = new UUID(0, 9);

  @Test
  void exactNameAndStarAreHeard() {
    assertThat(listener(null, "threat.created").hears(event("threat.created", MODEL))).isTrue();
    assertThat(listener(null, "*").hears(event("team.created", null))).isTrue();
  }

  @Test
  void partOfANameAndOtherLettersAreNot() {
    assertThat(listener(null, "threat.*").hears(event("threat.created", MODEL))).isFalse();
    assertThat(listener(null, "Threat.created").hears(event("threat.created", MODEL))).isFalse();
  }

  @Test
  void scopedListenerHearsItsModelOnly() {
    assertThat(listener(MODEL, "*").hears(event("threat.created", MODEL))).isTrue();
    assertThat(listener(MODEL, "*").hears(event("threat.created", new UUID(0, 2)))).isFalse();
    assertThat(listener(MODEL, "*").hears(event("survey.created", null))).isFalse();
  }

  @Test
  void systemAuditIsHeardByNameOnlyWhateverTheScope() {
    LoggedEvent audit = event("system_audit.admin_write", null);
    assertThat(listener(null, "*").hears(audit)).isFalse();
    assertThat(listener(MODEL, "system_audit.admin_write").hears(audit)).isTrue();
  }

  @Test
  void invocationIsNobodysByName() {
    assertThat(listener(null, "*", "addon.invoked").hears(event("addon.invoked", MODEL))).isFalse();
  }

  @Test
  void envelopeHasTheContractsMembersAndOurs() {
    JsonObject body = new JsonObject(new String(Envelope.of(event("threat.created", MODEL))));
    assertThat(body.fieldNames())
        .containsExactly(
            "event_type",
            "threat_model_id",
            "object_id",
            "object_type",
            "owner_id",
            "timestamp",
            "data",
            "type",
            "id",
            "number");
    assertThat(body.getString("type")).isEqualTo("threat.created");
    assertThat(body.getString("timestamp")).isEqualTo("2026-03-02T09:15:04.500Z");
    assertThat(body.getJsonObject("data").getString("name")).isEqualTo("Login <&>");
    assertThat(body.getString("owner_id")).isEqualTo(OWNER.toString());
  }

  @Test
  void envelopeMeetsTheCommittedSchema() throws IOException {
    JsonObject schema =
        new JsonObject(Files.readString(Path.of("../contract/events/envelope.schema.json")));
    JsonObject body = new JsonObject(new String(Envelope.of(event("threat.created", MODEL))));
    assertThat(schema.getJsonObject("properties").fieldNames()).isEqualTo(body.fieldNames());
    assertThat(body.fieldNames())
        .containsAll(schema.getJsonArray("required").stream().map(String.class::cast).toList());
  }

  @Test
  void eventOfNoModelHasNoModel() {
    JsonObject body = new JsonObject(new String(Envelope.of(event("team.created", null))));
    assertThat(body.containsKey("threat_model_id")).isFalse();
  }

  @Test
  void confidentialModelSendsIdsOnly() {
    LoggedEvent open = event("threat.created", MODEL);
    LoggedEvent secret =
        new LoggedEvent(
            open.id(),
            open.stream(),
            1,
            open.type(),
            MODEL,
            "threat",
            open.objectId(),
            null,
            true,
            open.data(),
            open.occurredAt(),
            open.seenAt());
    JsonObject body = new JsonObject(new String(Envelope.of(secret)));
    assertThat(body.encode()).doesNotContain("Login");
    assertThat(body.getJsonObject("data")).isEmpty();
    assertThat(body.getString("owner_id")).isEmpty();
  }

  private static Listener listener(UUID model, String... events) {
    return new Listener(UUID.randomUUID(), "h", model, Set.of(events));
  }

  private static LoggedEvent event(String type, UUID model) {
    Instant at = Instant.parse("2026-03-02T09:15:04.5Z");
    return new LoggedEvent(
        UUID.randomUUID(),
        new UUID(0, 5),
        3,
        type,
        model,
        "threat",
        UUID.randomUUID(),
        OWNER,
        false,
        new JsonObject().put("name", "Login <&>"),
        at,
        at);
  }
}
