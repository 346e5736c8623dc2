package tmi.model;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tmi.testkit.Awaits;
import tmi.testkit.Person;
import tmi.testkit.TestDatabase;
import tmi.testkit.Tokens;

/// Locked rows, and more requests that wait for them than there are connections (attack D1b).
@QuarkusTest
@RealStores
class FullPoolTest {
  private static final int MORE_THAN_THE_POOL = 14;
  Tokens tokens;
  TestDatabase database;

  @Test
  void whoFindsNoConnectionIsToldSoonAndTheReplicaStaysReady() throws SQLException {
    Person alice = tokens.person("alice" + UUID.randomUUID());
    Person bob = tokens.person("bob" + UUID.randomUUID());
    Api api = Api.as(alice);
    List<String> models = new ArrayList<>(); // changes of one model take turns without a connection
    for (int i = 0; i < MORE_THAN_THE_POOL; i++) {
      models.add(api.model("Shop " + i));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection locking = database.asSuperuser().getConnection()) {
      locking.setAutoCommit(false);
      locking.createStatement().execute("select 1 from model.threat_models for update");
      List<Future<Response>> waiting = new ArrayList<>();
      for (String model : models) {
        waiting.add(threads.submit(() -> put(alice, model, "{\"name\":\"Other\"}")));
      }
      Awaits.until("all connections wait for a row", () -> waiters() >= 9);

      Response other = given().header("Authorization", bob.bearer()).get("/threat_models");
      assertThat(other.statusCode()).isIn(200, 503);
      assertThat(other.timeIn(TimeUnit.SECONDS)).isLessThan(8);
      given()
          .get("/q/health/ready")
          .then()
          .statusCode(200)
          .body("checks.find { it.name == 'revocation' }.status", equalTo("UP"))
          .body("checks.find { it.name == 'database' }.status", equalTo("UP"));

      locking.rollback();
      for (Future<Response> answer : waiting) {
        assertThat(answer.get().statusCode()).isIn(200, 409, 503);
      }
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private long waiters() {
    return database.value(
        Long.class,
        "select count(*) from pg_stat_activity where usename = 'tmi_model' and wait_event_type = 'Lock'");
  }

  private static Response put(Person person, String model, String body) {
    return given()
        .header("Authorization", person.bearer())
        .contentType("application/json")
        .body(body)
        .put(model);
  }
}
