package tmi.auth.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static tmi.testkit.Problems.problem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tmi.testkit.Person;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;
import tmi.testkit.Tokens;
import tmi.testkit.contract.Contract;

@QuarkusTest
@WithTestResource(Stores.class)
class AccountResourceTest {
  private static final UUID REVIEWERS = new UUID(0, 1);
  private final Contract contract = Contract.load();
  TestDatabase database;
  Tokens tokens;

  @Test
  void rolesComeFromTheDatabaseAndNotFromTheToken() {
    Person carol = tokens.person("carol");
    as(carol).get("/me").then().body("is_admin", equalTo(false)).body("groups", equalTo(List.of()));

    tokens.addTo(REVIEWERS, carol);

    as(carol)
        .get("/me")
        .then()
        .body("is_security_reviewer", equalTo(true))
        .body("groups[0].group_name", equalTo("security-reviewers"))
        .body("groups[0].internal_uuid", equalTo(REVIEWERS.toString()))
        .body("groups[0].name", equalTo("Security Reviewers"));
    as(carol)
        .get("/me/groups")
        .then()
        .body("total", equalTo(1))
        .body("groups.group_name", equalTo(List.of("security-reviewers")));
  }

  @Test
  void groupOfAProviderInsideOneOfOursCounts() {
    Person dave = tokens.person("dave");
    UUID devs = UUID.randomUUID();
    database.execute(
        "insert into auth.groups (id, provider, name) values (?, 'acme', 'devs')", devs);
    database.execute(
        "insert into auth.idp_memberships (user_id, group_id) values (?, ?)", dave.id(), devs);
    database.execute(
        "insert into auth.group_members (id, group_id, member_group_id) values (?, ?, ?)",
        UUID.randomUUID(),
        REVIEWERS,
        devs);

    as(dave)
        .get("/me")
        .then()
        .body("is_security_reviewer", equalTo(true))
        .body("groups", equalTo(List.of()));
    as(dave)
        .get("/oauth2/userinfo")
        .then()
        .body("sub", equalTo("dave"))
        .body("idp", equalTo("tmi"))
        .body("groups", equalTo(List.of("devs", "security-reviewers")));
  }

  @Test
  void tokenOfAPersonWhoIsGoneIsWorthNothing() {
    Person gone = tokens.person("gone");
    database.execute("delete from auth.users where id = ?", gone.id());

    as(gone).get("/me").then().spec(problem(401, "unauthorized"));
    as(gone).get("/oauth2/userinfo").then().spec(problem(401, "unauthorized"));
    as(gone)
        .contentType("application/json")
        .body(Map.of("tmi-ux", Map.of()))
        .put("/me/preferences")
        .then()
        .spec(problem(401, "unauthorized"));
  }

  @Test
  void preferencesAreCreatedOnceAndReplacedWhole() {
    Person erin = tokens.person("erin");
    as(erin).get("/me/preferences").then().statusCode(200).body(equalTo("{}"));

    var dark = Map.of("tmi-ux", Map.of("theme", "dark"));
    as(erin)
        .contentType("application/json")
        .body(dark)
        .post("/me/preferences")
        .then()
        .statusCode(201);
    as(erin)
        .contentType("application/json")
        .body(dark)
        .post("/me/preferences")
        .then()
        .spec(problem(409, "conflict"));
    as(erin)
        .contentType("application/json")
        .body(Map.of("other", Map.of("a", 1)))
        .put("/me/preferences")
        .then()
        .statusCode(200);
    as(erin).get("/me/preferences").then().body(equalTo("{\"other\":{\"a\":1}}"));
  }

  @Test
  void preferencesThatBreakARuleAreRefused() {
    Person frank = tokens.person("frank");

    for (String body : List.of("{\"a b\":{}}", "{\"a\":1}", "[]", "{", "")) {
      as(frank)
          .contentType("application/json")
          .body(body)
          .put("/me/preferences")
          .then()
          .spec(problem(400, "invalid_input"));
    }
  }

  @Test
  void logoutEndsTheSignInAndTakesTheCookiesAway() {
    Person grace = tokens.person("grace");
    Person elsewhere = tokens.signIn(grace);

    var answer = as(grace).post("/me/logout");

    answer.then().statusCode(204);
    assertThat(answer.headers().getValues("Set-Cookie")).hasSize(2);
    as(grace).get("/me").then().spec(problem(401, "unauthorized"));
    as(elsewhere).get("/me").then().statusCode(200);
  }

  @Test
  void strangersAreRefused() {
    for (String path : List.of("/me", "/me/groups", "/me/preferences", "/oauth2/userinfo")) {
      given().filter(contract.filter()).get(path).then().spec(problem(401, "unauthorized"));
    }
    given().post("/me/logout").then().spec(problem(401, "unauthorized"));
  }

  private RequestSpecification as(Person person) {
    return given().filter(contract.filter()).header("Authorization", person.bearer());
  }
}
