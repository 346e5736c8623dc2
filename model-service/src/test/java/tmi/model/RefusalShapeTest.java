package tmi.model;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static tmi.testkit.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tmi.testkit.Person;
import tmi.testkit.Tokens;

/// Whatever a request looks like, it is answered in the one error shape and is no fault of ours
/// (promise 9).
@QuarkusTest
@RealStores
class RefusalShapeTest {
  Tokens tokens;
  Person alice;
  Api api;
  String model;

  @BeforeEach
  void people() {
    alice = tokens.person("alice" + UUID.randomUUID());
    api = Api.as(alice);
    model = api.model("Shop");
  }

  @ParameterizedTest
  @CsvSource({
    "/threat_models/%ff,400",
    "/threat_models?%ff=1,400",
    "/threat_models/%2e%2e,400",
    "/threat_models/..,400",
    "/threat_models/x,400",
    "/nothing/here,404"
  })
  void addressesThatCannotBeReadAreRefusedInOurShape(String address, int status) {
    assertShape(raw("GET " + address, "", ""), status);
  }

  /// The framework's server refuses these before anybody else sees them, with an empty body; the
  /// gateway, which outsiders meet, answers them in the shape.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/threat_models?%",
        "/threat_models?a=%zz",
        "/threat_models/%zz",
        "/threat_models/{id}"
      })
  void addressesThatNoServerCanParseAreRefused(String address) {
    assertThat(raw("GET " + address, "", "").status()).isEqualTo(400);
  }

  @Test
  void whatIsTooLongIsRefusedInOurShape() {
    assertShape(raw("GET /threat_models?name=" + "a".repeat(17_000), "", ""), 414);
    assertShape(raw("GET /threat_models", "X-Long: " + "a".repeat(40_000), ""), 431);
  }

  @Test
  void unknownMethodsAreRefusedInOurShapeAndNameTheOthers() {
    for (String method : new String[] {"TRACE", "PROPFIND", "FOO"}) {
      RawRequest answer = raw(method + " " + model, "", "");
      assertShape(answer, 405);
      assertThat(answer.answer()).containsIgnoringCase("allow: GET, HEAD, PUT, PATCH, DELETE");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,/metadata,'GET, HEAD, POST, OPTIONS'",
    "PATCH,/metadata,'GET, HEAD, POST, OPTIONS'",
    "DELETE,/metadata,'GET, HEAD, POST, OPTIONS'",
    "PATCH,/threats,'GET, HEAD, POST, OPTIONS'",
    "PUT,/diagrams,'GET, HEAD, POST, OPTIONS'",
    "POST,,'GET, HEAD, PUT, PATCH, DELETE, OPTIONS'"
  })
  void aMethodThatAnAddressDoesNotTakeIsNamedWithThoseItTakes(
      String method, String below, String allowed) {
    given()
        .header("Authorization", alice.bearer())
        .contentType("application/json")
        .body("{}")
        .request(method, model + (below == null ? "" : below))
        .then()
        .spec(problem(405, "method_not_allowed"))
        .header("Allow", equalTo(allowed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", ",", "application/json,,", "application/json, nonsense"})
  void anOddAcceptHeaderIsNoFault(String accept) {
    String diagram = api.child(model, "diagrams", "{'name':'D','type':'DFD-1.0.0'}");

    RawRequest answer = raw("GET " + diagram + "/model", "Accept: " + accept, "");

    assertThat(answer.status()).isIn(200, 406);
    assertThat(raw("GET " + diagram, "Accept: " + accept, "").status()).isIn(200, 406);
  }

  /// With a blank type every rule on JSON was passed by (attack D5, D7).
  @ParameterizedTest
  @ValueSource(strings = {"", "Content-Type:", "Content-Type:   ", "Content-Type: nonsense"})
  void aBodyWithoutATypeIsRefusedWhateverItHolds(String type) {
    String pairs = "[{\"key\":\"a\",\"value\":\"b\",\"value\":\"c\"}]";

    assertShape(raw("PUT " + model + "/metadata/bulk", type, pairs), 400);
    assertShape(raw("POST /threat_models", type, "{\"name\":\"a\u202Eb\"}"), 400);
    assertShape(raw("POST /threat_models", type, "{\"name\":\"a\"} trailing"), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/json; charset=utf-16", "a/b; c"})
  void aTypeThatNobodyReadsIsRefused(String type) {
    assertShape(raw("POST /threat_models", "Content-Type: " + type, "{\"name\":\"a\"}"), 415);
  }

  @Test
  void theTypeOfABodyThatIsNotThereIsNobodysConcern() {
    assertThat(raw("GET " + model, "Content-Type: nonsense", "").status()).isEqualTo(200);
    assertThat(raw("GET " + model, "Content-Type:", "").status()).isEqualTo(200);
    assertThat(raw("GET " + model, "Content-Type: text/plain", "x").status()).isEqualTo(200);
    assertThat(raw("DELETE " + model, "Content-Type:", "").status()).isEqualTo(204);
  }

  /// Rules went by the end of the path, and a key ends in what its author likes (house 8).
  @ParameterizedTest
  @ValueSource(strings = {"ws", "model", "import", "openapi", "test"})
  void aKeyMayBeAnyWord(String key) {
    api.post(model + "/metadata", "{'key':'" + key + "','value':'v'}").then().statusCode(201);
    api.get(model + "/metadata/" + key).then().statusCode(200).body("value", equalTo("v"));
    assertThat(raw("GET " + model + "/metadata/" + key, "Accept: text/html", "").status())
        .isEqualTo(406);
    api.delete(model + "/metadata/" + key).then().statusCode(204);
  }

  /// A step in the path was taken, and the parent deleted (case K08).
  @ParameterizedTest
  @ValueSource(strings = {"..", "%2e%2e", ".%2E", ".", "%2e"})
  void noStepInAPathReachesTheParent(String step) {
    assertShape(raw("DELETE " + model + "/metadata/" + step, "", ""), 400);
    api.get(model).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "score_ge=1E-999999999",
        "score_eq=0E999999999",
        "created_after=%2B999999999-01-01T00:00:00Z",
        "created_before=-4713-01-01T00:00:00Z",
        "limit=x",
        "offset=1e9",
        "mitigated=maybe",
        "diagram_id=xyz",
        "severity=awful",
        "status=a%00b",
        "name=%E2%80%AE"
      })
  void aQueryThatCannotBeUnderstoodIs400AndNamesTheParameter(String query) {
    api.get(model + "/threats?" + query)
        .then()
        .spec(problem(400, "invalid_input"))
        .body("error_description", containsString(query.substring(0, query.indexOf('='))));
  }

  @Test
  void aMissingBodyIsCalledTheBody() {
    given()
        .header("Authorization", alice.bearer())
        .contentType("application/json")
        .post("/threat_models")
        .then()
        .spec(problem(400, "invalid_input"))
        .body("error_description", containsString("The body must not be null"));
  }

  private RawRequest raw(String line, String header, String body) {
    String head = line + " HTTP/1.1\r\nAuthorization: " + alice.bearer();
    return RawRequest.send(
        RestAssured.port, header.isEmpty() ? head : head + "\r\n" + header, body);
  }

  private static void assertShape(RawRequest answer, int status) {
    assertThat(answer.status()).as(answer.answer()).isEqualTo(status);
    JsonObject body = new JsonObject(answer.body());
    assertThat(body.getString("error")).isNotBlank();
    assertThat(body.getString("error_description")).isNotBlank();
    assertThat(answer.answer().toLowerCase()).contains("content-type: application/json");
  }
}
