package tmi.auth.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static tmi.testkit.Problems.problem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tmi.auth.SignInClient;
import tmi.testkit.Awaits;
import tmi.testkit.Stores;
import tmi.testkit.TestRedis;

@QuarkusTest
@WithTestResource(Stores.class)
class RedisAwayTest {
  private final SignInClient client = new SignInClient();
  TestRedis redis;

  @AfterEach
  void backAgain() {
    redis.goOn();
    redis.stop();
    redis.start();
    Awaits.untilAsserted(() -> client.authorize(Map.of()).then().statusCode(302));
  }

  @Test
  void noSignInStartsOrEndsWithoutRedisAndTheSignedInWorkOn() {
    var pair = SignInClient.signIn("alice");
    String code = client.codeFor("alice");
    redis.stop();

    client
        .authorize(Map.of())
        .then()
        .spec(problem(503, "service_unavailable"))
        .header("Retry-After", equalTo("30"));
    client
        .exchange(code)
        .then()
        .spec(problem(503, "service_unavailable"))
        .header("Retry-After", equalTo("30"));

    given().header("Authorization", SignInClient.bearer(pair)).get("/me").then().statusCode(200);
    var next = SignInClient.refresh(pair.get("refresh_token")).then().statusCode(200).extract();
    String bearer = "Bearer " + next.<String>path("access_token");
    given().header("Authorization", bearer).post("/me/logout").then().statusCode(204);
    given().header("Authorization", bearer).get("/me").then().spec(problem(401, "unauthorized"));
  }

  @Test
  void whatIsAwayIsSaidOnceAndNotWithEveryRequest() {
    List<String> said = new CopyOnWriteArrayList<>();
    try (var heard = Heard.from(PendingRepository.class, said::add)) {
      redis.stop();
      for (int i = 0; i < 5; i++) {
        client.authorize(Map.of()).then().statusCode(503);
      }
      redis.start();
      Awaits.untilAsserted(() -> client.authorize(Map.of()).then().statusCode(302));
    }

    assertThat(said).hasSize(2);
    assertThat(said.get(0)).startsWith("WARN sign-ins are refused, redis is away");
    assertThat(said.get(1)).isEqualTo("INFO sign-ins are taken again, redis is back");
  }

  @Test
  void noSignInWaitsForARedisThatHangs() {
    redis.hang();

    assertTimeout(
        Duration.ofSeconds(10),
        () -> client.authorize(Map.of()).then().spec(problem(503, "service_unavailable")));
  }
}
