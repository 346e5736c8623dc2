package tmi.model;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static tmi.testkit.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tmi.testkit.Awaits;
import tmi.testkit.Person;
import tmi.testkit.TestDatabase;
import tmi.testkit.Tokens;

/// Locked rows, and more requests that wait for them than there are connections (attack D1b).
@QuarkusTest
@RealStores
class FullPoolTest {
  private static final int POOL = 10; // of TMI_DB_MAX_OPEN_CONNS
  private static final int MORE_THAN_THE_POOL = 14;
  Tokens tokens;
  TestDatabase database;

  @Test
  void whoFindsNoConnectionIsToldSoonAndTheReplicaKnowsWhoWasSentAway() throws Exception {
    Person alice = tokens.person("alice" + UUID.randomUUID());
    Person bob = tokens.person("bob" + UUID.randomUUID());
    Api api = Api.as(alice);
    // Changes of one model take turns without a connection, so it takes many.
    List<String> models =
        IntStream.range(0, MORE_THAN_THE_POOL).mapToObj(n -> api.model("Shop " + n)).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection locking = database.asSuperuser().getConnection()) {
      locking.setAutoCommit(false);
      locking.createStatement().execute("select from model.threat_models for update");
      List<Future<Response>> waiting =
          models.stream().map(model -> threads.submit(() -> rename(alice, model))).toList();
      Awaits.until("all connections wait for a row", () -> waiters() == POOL);

      othersAreAnsweredSoon(bob);
      othersAreAnsweredSoon(bob); // by now what was known before the lock is too old
      theReplicaIsReadyAndHearsOfRevocations(bob);

      assertThat(waiters()).isEqualTo(POOL);
      locking.rollback();
      for (Future<Response> answer : waiting) {
        assertThat(answer.get().statusCode()).isIn(200, 503);
      }
    }
    models.forEach(model -> rename(alice, model).then().statusCode(200));
  }

  private static void othersAreAnsweredSoon(Person person) {
    given()
        .header("Authorization", person.bearer())
        .get("/threat_models")
        .then()
        .spec(problem(503, "service_unavailable"))
        .header("Retry-After", "5")
        .time(lessThan(20L), TimeUnit.SECONDS); // on a busy machine; it waits for five
  }

  private void theReplicaIsReadyAndHearsOfRevocations(Person person) {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'revocation' }.status", equalTo("UP"))
        .body("checks.find { it.name == 'database' }.status", equalTo("UP"));
    database.execute(
        "select auth.revoke('session', ?, now() + interval '1 hour')",
        person.sessionId().toString());
    Awaits.untilAsserted(() ->
        given()
            .header("Authorization", person.bearer())
            .get("/threat_models")
            .then()
            .spec(problem(401, "unauthorized")));
  }

  private long waiters() {
    return database.value(
        Long.class,
        "select count(*) from pg_stat_activity where usename = 'tmi_model'"
            + " and datname = current_database() and wait_event_type = 'Lock'");
  }

  private static Response rename(Person person, String model) {
    return given()
        .header("Authorization", person.bearer())
        .contentType("application/json")
        .body("{\"name\":\"Other\"}")
        .put(model);
  }
}
