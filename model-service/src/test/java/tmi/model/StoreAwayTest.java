package tmi.model;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static tmi.testkit.Problems.problem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tmi.testkit.Awaits;
import tmi.testkit.Person;
import tmi.testkit.TestDatabase;
import tmi.testkit.Tokens;

/// A service that starts while PostgreSQL hangs, then refuses, then comes, then dies: nobody who is
/// signed in is told otherwise, and nothing is a fault of the service.
@QuarkusTest
@WithTestResource(GatedStores.class)
class StoreAwayTest {
  Gate gate;
  Tokens tokens;
  TestDatabase database;

  @Test
  void aGoodTokenIsNeverRefusedWhateverTheStoreDoes() {
    Person alice = tokens.person("alice" + UUID.randomUUID());
    String ofUnknownKey = withKid(alice, "no-such-key");
    String forged = tokens.forged(alice).bearer();
    String good = alice.bearer();
    for (String bearer : List.of(good, ofUnknownKey, forged)) {
      get(bearer).then().spec(problem(503, "service_unavailable")).header("Retry-After", "5");
    }
    given().get("/threat_models").then().spec(problem(401, "unauthorized"));

    gate.refuse();
    get(good).then().spec(problem(503, "service_unavailable"));

    gate.open();
    untilServedWithNothingBut(good, 503);
    get(forged).then().spec(problem(401, "unauthorized"));
    get(ofUnknownKey).then().spec(problem(401, "unauthorized"));

    gate.refuse();
    get(ofUnknownKey).then().spec(problem(503, "service_unavailable"));
    Awaits.untilAsserted(
        () -> get(forged).then().statusCode(503).body("error", equalTo("service_unavailable")));

    gate.open();
    untilServedWithNothingBut(good, 503);
    keepsAskingWhileTheServerIsKilled(good);
  }

  private static String withKid(Person person, String kid) {
    String header = "{\"alg\":\"ES256\",\"kid\":\"" + kid + "\"}";
    String token = person.bearer().substring("Bearer ".length());
    return "Bearer "
        + Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes())
        + token.substring(token.indexOf('.'));
  }

  private void untilServedWithNothingBut(String bearer, int status) {
    Awaits.until(
        "served",
        () -> {
          int answer = get(bearer).statusCode();
          assertThat(answer).isIn(status, 200);
          return answer == 200;
        });
  }

  /// Connections end in the middle of what was asked, again and again (attack D6).
  private void keepsAskingWhileTheServerIsKilled(String bearer) {
    List<Callable<List<Integer>>> askers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      askers.add(() ->
          IntStream.range(0, 60).mapToObj(n -> answer(bearer, "T" + n).statusCode()).toList());
    }
    askers.add(() -> {
      for (int i = 0; i < 30; i++) {
        database.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'tmi_model'");
        gate.open();
      }
      return List.of();
    });
    try (var threads = Executors.newFixedThreadPool(askers.size())) {
      for (Future<List<Integer>> asked : threads.invokeAll(askers)) {
        assertThat(asked.resultNow()).isSubsetOf(200, 201, 503);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Response answer(String bearer, String name) {
    return given()
        .header("Authorization", bearer)
        .contentType("application/json")
        .body("{\"name\":\"" + name + "\"}")
        .post("/threat_models");
  }

  private static Response get(String bearer) {
    return given().header("Authorization", bearer).get("/threat_models");
  }
}
