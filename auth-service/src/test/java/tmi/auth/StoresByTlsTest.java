package tmi.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import tmi.testkit.Awaits;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;

/// A managed PostgreSQL and Redis take TLS only.
@QuarkusTest
@WithTestResource(value = Stores.class, initArgs = @ResourceArg(name = "line", value = "TLS"))
class StoresByTlsTest {
  TestDatabase database;

  @Test
  void peopleSignInOverEncryptedLines() {
    Awaits.untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));

    SignInClient.signIn("alice");

    given()
        .get("/q/health/ready")
        .then()
        .body("checks.find { it.name == 'redis' }.data.status", equalTo("healthy"));
    assertThat(
            database.column(
                Boolean.class,
                """
                select ssl from pg_stat_ssl join pg_stat_activity using (pid)
                 where usename = 'tmi_auth' and datname = current_database()
                """))
        .isNotEmpty()
        .containsOnly(true);
  }
}
