package tmi.model;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tmi.service.wake.Wake;
import tmi.service.wake.WakeCalls;
import tmi.testkit.Awaits;

/// A Redis that takes connections and never answers them: what waits for it gives up.
@QuarkusTest
@WithTestResource(
    value = GatedStores.class,
    initArgs = @ResourceArg(name = "port", value = "REDIS_PORT"))
class HangingRedisTest {
  @Inject WakeCalls calls;
  @Inject Wake wake;
  Gate gate;

  @Test
  void readinessIsToldInTimeAndCallsAreHeardOnceAConnectionIsToBeHad() {
    AtomicInteger heard = new AtomicInteger();
    calls.listen("tmi:test", word -> heard.incrementAndGet());
    Awaits.untilAsserted(() ->
        assertTimeout(
            Duration.ofSeconds(2),
            () ->
                given()
                    .get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("UP"))));

    gate.openToOthers();

    Awaits.until(
        "heard",
        () -> {
          wake.call("tmi:test");
          return heard.get() > 0;
        });
  }
}
