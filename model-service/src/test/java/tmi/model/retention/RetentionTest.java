package tmi.model.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;

/// A portion is a hundred rows here, a log a thousand operations; every backlog is longer than a
/// portion.
@QuarkusTest
@TestProfile(RetentionTest.SmallPortions.class)
@WithTestResource(value = Stores.class, initArgs = @ResourceArg(name = "service", value = "model"))
class RetentionTest {
  public static final class SmallPortions implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "tmi.model.retention.portion", "100",
          "tmi.model.retention.operations-a-diagram", "1000",
          "tmi.model.retention.poll", "1h");
    }
  }

  TestDatabase database;
  @Inject RetentionService retention;

  @Test
  void oldOperationsOfManyPortionsAreGoneAfterOneRunAndTheirCellsWithThem() {
    UUID diagram = diagram(450);
    age(diagram, 350, "31 days");

    run();

    assertThat(operations(diagram)).isEqualTo(100);
    assertThat(count("diagram.operation_cells where diagram_id = '" + diagram + "'"))
        .isEqualTo(100);
    assertThat(floor(diagram)).isEqualTo(350);
  }

  @Test
  void longLogIsCutToItsNumberHoweverYoung() {
    UUID diagram = diagram(1250);

    run();

    assertThat(operations(diagram)).isEqualTo(1000);
    assertThat(floor(diagram)).isEqualTo(250);
  }

  @Test
  void logOfALiveDiagramIsUntouchedUntilItsSessionEnds() {
    UUID diagram = diagram(300);
    age(diagram, 300, "31 days");
    database.execute(
        "insert into collab.sessions (id, diagram_id, model_id, host_id)"
            + " values (gen_random_uuid(), ?, gen_random_uuid(), gen_random_uuid())",
        diagram);

    run();

    assertThat(operations(diagram)).isEqualTo(300);
    assertThat(floor(diagram)).isZero();

    database.execute(
        "update collab.sessions set ended_at = now(), ended_because = 'empty' where diagram_id = ?",
        diagram);
    run();

    assertThat(operations(diagram)).isZero();
    assertThat(floor(diagram)).isEqualTo(300);
  }

  @Test
  void logThatSomebodyWritesToIsLeftAndTheOthersAreTrimmed() throws Exception {
    UUID held = diagram(150);
    UUID free = diagram(150);
    age(held, 150, "31 days");
    age(free, 150, "31 days");
    try (var writer = database.asSuperuser().getConnection();
        var statement = writer.createStatement()) {
      writer.setAutoCommit(false);
      statement.execute(
          "select 1 from diagram.diagrams where id = '" + held + "' for no key update");

      run();

      assertThat(operations(held)).isEqualTo(150);
      assertThat(operations(free)).isZero();
    }
  }

  @Test
  void statesGivenLongAgoGo() {
    UUID diagram = diagram(1);
    database.execute(
        "insert into diagram.given select ?, 'old' || n, 1, now() - interval '31 days'"
            + " from generate_series(1, 250) n",
        diagram);
    database.execute("insert into diagram.given values (?, 'new', 1, now())", diagram);

    run();

    assertThat(
            database.column(
                String.class, "select sign_in from diagram.given where diagram_id = ?", diagram))
        .containsExactly("new");
  }

  @Test
  void oldAuditGoesButThatAModelWasDeletedIsKept() {
    audit("threat", "updated", "366 days", 350);
    audit("threat_model", "deleted", "366 days", 1);
    audit("threat", "updated", "364 days", 2);

    run();

    assertThat(count("audit.entry where object_type = 'threat'")).isEqualTo(2);
    assertThat(count("audit.entry where change_type = 'deleted'")).isEqualTo(1);
  }

  @Test
  void whatWasDeletedLongAgoGoesForGoodWithItsContentAndWhatIsLiveStays() {
    UUID gone = model("31 days");
    UUID recent = model("29 days");
    UUID live = model(null);

    run();

    assertThat(count("model.threat_models where id = '" + gone + "'")).isZero();
    assertThat(count("model.threats where threat_model_id = '" + gone + "'")).isZero();
    assertThat(count("model.access_entries where threat_model_id = '" + gone + "'")).isZero();
    assertThat(count("diagram.diagrams where model_id = '" + gone + "'")).isZero();
    for (UUID kept : new UUID[] {recent, live}) {
      assertThat(count("model.threats where threat_model_id = '" + kept + "'")).isEqualTo(150);
      assertThat(count("diagram.diagrams where model_id = '" + kept + "'")).isEqualTo(1);
    }
  }

  private void run() {
    retention.clear().await().atMost(Duration.ofSeconds(60));
  }

  private UUID diagram(int operations) {
    UUID id = UUID.randomUUID();
    database.execute(
        "insert into diagram.diagrams (id, model_id, update_vector)"
            + " values (?, gen_random_uuid(), ?)",
        id,
        operations);
    database.execute(
        """
        insert into diagram.operations (diagram_id, seq, author, operation_id, body_hash, kind, cells)
        select ?, n, gen_random_uuid(), gen_random_uuid(), '', 'edit', '[]'
          from generate_series(1, ?) n
        """,
        id,
        operations);
    database.execute(
        """
        insert into diagram.operation_cells (diagram_id, cell_id, seq, verb, changes)
        select diagram_id, gen_random_uuid(), seq, 'update', '[]'
          from diagram.operations where diagram_id = ?
        """,
        id);
    return id;
  }

  private void age(UUID diagram, int first, String age) {
    database.execute(
        "update diagram.operations set created_at = now() - ?::interval"
            + " where diagram_id = ? and seq <= ?",
        age,
        diagram,
        first);
  }

  private void audit(String type, String change, String age, int many) {
    database.execute(
        """
        insert into audit.entry (id, object_type, object_id, change_type, actor, created_at)
        select gen_random_uuid(), ?, gen_random_uuid(), ?, '{}', now() - ?::interval
          from generate_series(1, ?)
        """,
        type,
        change,
        age,
        many);
  }

  /// A model with a diagram and 150 threats, all deleted so long ago; live for null.
  private UUID model(String age) {
    UUID model = UUID.randomUUID();
    UUID diagram = UUID.randomUUID();
    database.execute(
        """
        insert into model.threat_models (id, name, owner_id, created_by, deleted_at)
        values (?, 'm', gen_random_uuid(), gen_random_uuid(), now() - ?::interval)
        """,
        model,
        age);
    database.execute(
        """
        insert into model.access_entries
          (threat_model_id, principal, principal_kind, role, ordinal, model_created_at)
        values (?, gen_random_uuid(), 'user', 3, 0, now())
        """,
        model);
    database.execute(
        """
        insert into model.diagrams (id, threat_model_id, alias, name, deleted_at)
        values (?, ?, 1, 'd', now() - ?::interval)
        """,
        diagram,
        model,
        age);
    database.execute("insert into diagram.diagrams (id, model_id) values (?, ?)", diagram, model);
    database.execute(
        """
        insert into model.threats (id, threat_model_id, alias, name, diagram_id, deleted_at)
        select gen_random_uuid(), ?, n, 't', ?, now() - ?::interval from generate_series(1, 150) n
        """,
        model,
        diagram,
        age);
    return model;
  }

  private long operations(UUID diagram) {
    return count("diagram.operations where diagram_id = '" + diagram + "'");
  }

  private long floor(UUID diagram) {
    return database.value(
        Long.class, "select log_floor from diagram.diagrams where id = ?", diagram);
  }

  private long count(String from) {
    return database.value(Long.class, "select count(*) from " + from);
  }
}
