package tmi.auth.group;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tmi.auth.SignInClient;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;

@QuarkusTest
@WithTestResource(Stores.class)
class FirstPersonTest {
  private static final String CLEAR = "delete from auth.group_members";
  TestDatabase database;

  @Test
  void exactlyOneOfManyFirstPeopleBecomesAdministrator() {
    database.execute(CLEAR);

    List<Boolean> administrators =
        IntStream.range(0, 6).parallel().mapToObj(i -> isAdministrator("first-" + i)).toList();

    assertThat(administrators).containsOnlyOnce(true);
    assertThat(isAdministrator("late-comer")).isFalse();
  }

  private static boolean isAdministrator(String hint) {
    return given()
        .header("Authorization", SignInClient.bearer(SignInClient.signIn(hint)))
        .get("/me")
        .then()
        .statusCode(200)
        .extract()
        .path("is_admin");
  }
}
