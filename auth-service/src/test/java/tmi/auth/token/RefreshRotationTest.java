package tmi.auth.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static tmi.testkit.Problems.problem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tmi.auth.SignInClient;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;

/// One refresh token, shown more than once.
@QuarkusTest
@WithTestResource(Stores.class)
class RefreshRotationTest {
  TestDatabase database;

  @Test
  void lostAnswerIsGivenAgain() {
    var pair = SignInClient.signIn("unlucky");
    Response lost = SignInClient.refresh(pair.get("refresh_token"));

    Response again = SignInClient.refresh(pair.get("refresh_token"));

    again.then().statusCode(200);
    assertThat(successor(again)).isEqualTo(successor(lost));
    me("Bearer " + again.path("access_token")).then().statusCode(200);
    SignInClient.refresh(successor(again)).then().statusCode(200);
  }

  @Test
  void requestsWithOneTokenAtOnceAllGetTheSameSuccessor() {
    var pair = SignInClient.signIn("many-tabs");

    List<Response> answers =
        IntStream.range(0, 6)
            .parallel()
            .mapToObj(i -> SignInClient.refresh(pair.get("refresh_token")))
            .toList();

    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
    assertThat(answers.stream().map(RefreshRotationTest::successor).distinct()).hasSize(1);
    answers.forEach(answer -> me("Bearer " + answer.path("access_token")).then().statusCode(200));
    SignInClient.refresh(successor(answers.getFirst())).then().statusCode(200);
  }

  @Test
  void lateTabComesToTheSameTokenAsTheOneThatWentOn() {
    var pair = SignInClient.signIn("late-tab");
    Response second = SignInClient.refresh(pair.get("refresh_token"));
    Response third = SignInClient.refresh(successor(second));

    Response late = SignInClient.refresh(pair.get("refresh_token"));

    assertThat(successor(SignInClient.refresh(successor(late)))).isEqualTo(successor(third));
  }

  @Test
  void usedTokenThatComesAfterHalfAMinuteEndsTheWholeSignIn() {
    var pair = SignInClient.signIn("robbed");
    Response next = SignInClient.refresh(pair.get("refresh_token"));
    usedLongAgo(pair);

    Response again = SignInClient.refresh(pair.get("refresh_token"));

    again.then().spec(problem(400, "invalid_grant"));
    assertThat(again.headers().getValues("Set-Cookie"))
        .containsExactly(
            "tmi_access_token=; Path=/; Max-Age=-1; HttpOnly; SameSite=Lax",
            "tmi_refresh_token=; Path=/oauth2; Max-Age=-1; HttpOnly; SameSite=Strict");
    SignInClient.refresh(next.path("refresh_token")).then().spec(problem(400, "invalid_grant"));
    me("Bearer " + next.path("access_token")).then().spec(problem(401, "unauthorized"));
    me(SignInClient.bearer(pair)).then().spec(problem(401, "unauthorized"));
  }

  @Test
  void tokenOfAnEndedSignInIsNotAnsweredAgain() {
    var pair = SignInClient.signIn("gone-home");
    Response next = SignInClient.refresh(pair.get("refresh_token"));
    given()
        .header("Authorization", "Bearer " + next.path("access_token"))
        .post("/me/logout")
        .then()
        .statusCode(204);

    SignInClient.refresh(pair.get("refresh_token")).then().spec(problem(400, "invalid_grant"));
  }

  @Test
  void tokenUsedByTheReleaseBeforeIsRefusedButEndsNothing() {
    var pair = SignInClient.signIn("mixed-releases");
    Response next = SignInClient.refresh(pair.get("refresh_token"));
    database.execute("delete from auth.refresh_successors");

    SignInClient.refresh(pair.get("refresh_token")).then().spec(problem(400, "invalid_grant"));

    SignInClient.refresh(successor(next)).then().statusCode(200);
  }

  private void usedLongAgo(Map<String, Object> pair) {
    int changed =
        database.execute(
            """
            update auth.refresh_tokens set used_at = used_at - interval '31 seconds'
            where hash = sha256(?::bytea) and used_at is not null
            """,
            pair.get("refresh_token").toString());
    assertThat(changed).isEqualTo(1);
  }

  private static String successor(Response answer) {
    return answer.path("refresh_token");
  }

  private static Response me(String bearer) {
    return given().header("Authorization", bearer).get("/me");
  }
}
