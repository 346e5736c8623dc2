package tmi.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tmi.testkit.Awaits;
import tmi.testkit.Stores;
import tmi.testkit.TestPooler;

/// A PgBouncer in transaction mode gives each round trip another connection.
@QuarkusTest
@EnabledIf(value = "tmi.testkit.TestPooler#isAtHand", disabledReason = TestPooler.OBSTACLE)
@WithTestResource(value = Stores.class, initArgs = @ResourceArg(name = "line", value = "POOLER"))
class StoresBehindPoolerTest {

  @Test
  void manyPeopleSignInAtOnceAndNoStatementIsMissed() throws Exception {
    Awaits.untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));

    try (var pool = Executors.newFixedThreadPool(8)) {
      List<Callable<Integer>> visits =
          IntStream.range(0, 40).mapToObj(StoresBehindPoolerTest::visit).toList();
      for (var status : pool.invokeAll(visits)) {
        assertThat(status.get()).isEqualTo(200);
      }
    }

    given().get("/q/health/ready").then().statusCode(200);
  }

  private static Callable<Integer> visit(int number) {
    return () -> {
      var pair = SignInClient.signIn("person" + number);
      return given().header("Authorization", SignInClient.bearer(pair)).get("/me").statusCode();
    };
  }
}
