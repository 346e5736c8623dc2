package tmi.auth;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import tmi.testkit.Stores;

/// The database takes TLS only and nobody told the service.
@QuarkusTest
@WithTestResource(
    value = Stores.class,
    initArgs = @ResourceArg(name = "line", value = "TLS_UNTOLD"))
class StoreReasonTest {

  @Test
  void readinessRepeatsTheDatabasesOwnReasonAndDoesNotBlameTheSchema() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(503)
        .body("checks.find { it.name == 'database' }.data.reason", ownReason())
        .body("checks.find { it.name == 'schema' }.data.reason", ownReason())
        .body("checks.find { it.name == 'schema' }.data.toString()", not(containsString("below")));
  }

  private static org.hamcrest.Matcher<String> ownReason() {
    return allOf(containsString("rejects connection"), containsString("no encryption"));
  }
}
