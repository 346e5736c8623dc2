package tmi.auth.replica;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static tmi.testkit.Problems.problem;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tmi.auth.SignInClient;
import tmi.testkit.Awaits;
import tmi.testkit.Stores;

/// The packaged service, two of it, and `kill -9`.
@TestInstance(Lifecycle.PER_CLASS)
class SignInReplicasIT {
  private final Stores stores = Stores.forService("auth");
  private final List<Replica> replicas = new ArrayList<>();
  private Map<String, String> settings;
  private String one;
  private String other;

  @BeforeAll
  void start() {
    settings = stores.start();
    settings.put("TMI_KEY_ENCRYPTION_KEY", "0f".repeat(32));
    Stream.generate(() -> Replica.start(settings)).limit(2).forEach(replicas::add);
    replicas.forEach(Replica::ready);
    one = replicas.get(0).base();
    other = replicas.get(1).base();
  }

  @AfterAll
  void stop() {
    replicas.forEach(Replica::kill);
    stores.stop();
  }

  @Test
  void signInBegunOnOneIsFinishedOnTheOtherAndHoldsOnBoth() {
    SignInClient client = new SignInClient(one);

    Response pair = client.at(other).exchange(client.codeFor("alice"));

    pair.then().statusCode(200);
    me(one, pair).then().statusCode(200);
    me(other, pair).then().statusCode(200);
  }

  @Test
  void signInIsRenewedOnEither() {
    Response pair = signIn();
    for (String base : List.of(other, one, one, other)) {
      pair = refresh(base, pair);
      pair.then().statusCode(200);
      me(one, pair).then().statusCode(200);
      me(other, pair).then().statusCode(200);
    }
  }

  @Test
  void oneRefreshTokenOnBothAtOnceHasOneSuccessor() {
    Response pair = signIn();

    List<Response> answers =
        IntStream.range(0, 4)
            .parallel()
            .mapToObj(i -> refresh(i % 2 == 0 ? one : other, pair))
            .toList();

    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
    assertThat(answers.stream().map(SignInReplicasIT::refreshToken).distinct()).hasSize(1);
    refresh(other, answers.getFirst()).then().statusCode(200);
  }

  @Test
  void answerLostWithAKilledReplicaIsGivenByTheOther() {
    Replica dying = Replica.start(settings);
    replicas.add(dying);
    Response pair = signIn();
    Response lost = refresh(dying.ready().base(), pair);
    dying.kill();

    Response again = refresh(other, pair);

    again.then().statusCode(200);
    assertThat(refreshToken(again)).isEqualTo(refreshToken(lost));
    me(other, again).then().statusCode(200);
  }

  @Test
  void codeThatComesAgainOnTheOtherEndsWhatItMadeOnBoth() {
    SignInClient client = new SignInClient(one);
    String code = client.codeFor("copied");
    Response pair = client.exchange(code);

    client.at(other).exchange(code).then().spec(problem(400, "invalid_grant"));

    me(other, pair).then().spec(problem(401, "unauthorized"));
    Awaits.untilAsserted(() -> me(one, pair).then().statusCode(401));
    refresh(one, pair).then().spec(problem(400, "invalid_grant"));
  }

  @Test
  void signOutOnOneCountsOnTheOther() {
    Response pair = signIn();

    given().header("Authorization", bearer(pair)).post(one + "/me/logout").then().statusCode(204);

    Awaits.untilAsserted(() -> me(other, pair).then().statusCode(401));
    refresh(other, pair).then().spec(problem(400, "invalid_grant"));
  }

  private Response signIn() {
    SignInClient client = new SignInClient(one);
    return client.exchange(client.codeFor("alice"));
  }

  private static Response refresh(String base, Response pair) {
    return SignInClient.json()
        .body("{\"refresh_token\":\"%s\"}".formatted(refreshToken(pair)))
        .post(base + "/oauth2/refresh");
  }

  private static Response me(String base, Response pair) {
    return given().header("Authorization", bearer(pair)).get(base + "/me");
  }

  private static String bearer(Response pair) {
    return "Bearer " + pair.path("access_token");
  }

  private static String refreshToken(Response pair) {
    return pair.path("refresh_token");
  }
}
