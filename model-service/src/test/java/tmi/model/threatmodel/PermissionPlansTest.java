package tmi.model.threatmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tmi.model.sharing.Permission;
import tmi.testkit.Stores;

/// The plans behind every answer, at 100,000 models (decision 0005): found by index, whoever asks.
/// What is judged is the plan, never the time.
class PermissionPlansTest {
  private static final Stores STORES = Stores.forService("model");
  private static final String PERSON = "md5('u50')::uuid";
  private static final String REVIEWER = "md5('u5')::uuid";
  private static final String MODEL = "md5('m500')::uuid";

  @BeforeAll
  static void hundredThousandModels() {
    STORES.start();
    for (String statement : SeedSql.of(100_000)) {
      STORES.database().execute(statement);
    }
  }

  @AfterAll
  static void stop() {
    STORES.stop();
  }

  @Test
  void theRightToAModelIsFoundByIndex() throws SQLException {
    String sql = "with " + Permission.SQL + " select model_id, role from permission";

    assertByIndex(plan("uuid, uuid", sql, MODEL, PERSON));
    assertByIndex(plan("uuid, uuid", sql, MODEL, REVIEWER));
  }

  @Test
  void aModelIsShownByIndex() throws SQLException {
    assertByIndex(plan("uuid, uuid", ThreatModelSql.FIND, MODEL, PERSON));
    assertByIndex(plan("uuid, uuid", ThreatModelSql.FIND_TO_CHANGE, MODEL, PERSON));
  }

  @Test
  void aPageOfModelsIsAWalkAlongAnIndexForPersonAndReviewer() throws SQLException {
    for (String caller : List.of(PERSON, REVIEWER)) {
      String plan = plan("int, uuid, int", ModelListSql.UNFILTERED, "20", caller, "0");

      assertByIndex(plan);
      assertThat(plan).contains("using ix_access_entries_principal");
    }
  }

  @Test
  void theModelsOfANamedPersonAreFoundByIndex() throws SQLException {
    String mine =
        "\n and m.owner_id in (select u.id from auth.account u where u.email ilike '%u50@%')";

    assertByIndex(
        plan("int, uuid, int", ModelListSql.filtered(mine, false, true), "20", REVIEWER, "0"));
  }

  @Test
  void aTextIsLookedForInWhatTheCallerMayReadAndNowhereElse() throws SQLException {
    String text = "\n and m.name ilike '%odel 5%'";

    assertByIndex(
        plan("int, uuid, int", ModelListSql.filtered(text, false, false), "20", PERSON, "0"));
  }

  /// Tables of auth that are small here, or searched as a whole on purpose, are not judged.
  private static void assertByIndex(String plan) {
    assertThat(plan)
        .doesNotContain("Seq Scan on threat_models")
        .doesNotContain("Seq Scan on access_entries")
        .doesNotContain("Seq Scan on child_counters");
  }

  private static String plan(String types, String sql, String... arguments) throws SQLException {
    try (Connection connection = STORES.database().as("tmi_model").getConnection();
        var statement = connection.createStatement()) {
      statement.execute("prepare asked(" + types + ") as " + sql);
      StringBuilder plan = new StringBuilder();
      try (var rows =
          statement.executeQuery("explain execute asked(" + String.join(", ", arguments) + ")")) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      }
      return plan.toString();
    }
  }
}
