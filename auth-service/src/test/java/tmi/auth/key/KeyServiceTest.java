package tmi.auth.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static tmi.testkit.InTransaction.inTransaction;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tmi.auth.SignInClient;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;
import tmi.testkit.contract.Contract;

@QuarkusTest
@WithTestResource(Stores.class)
class KeyServiceTest {
  private static final String ALIVE =
      "select kid from auth.signing_keys where verifies_until is null";
  @Inject KeyService keys;
  @Inject Pool pool;
  TestDatabase database;

  @Test
  void replicasThatStartAtOnceMakeOneKey() {
    database.execute("delete from auth.signing_keys where verifies_until is null");

    inTransaction(() ->
        Uni.join().all(IntStream.range(0, 6).mapToObj(i -> keys.rotate()).toList()).andFailFast());

    assertThat(database.column(String.class, ALIVE)).hasSize(1);
  }

  @Test
  void newKeyIsPublishedBeforeItSignsAndTheOldOneVerifiesAfter() {
    String old = kidOf(SignInClient.signIn("alice"));
    String before = (String) SignInClient.signIn("alice").get("access_token");
    database.execute(
        "update auth.signing_keys set signs_from = signs_from - case"
            + " when verifies_until is null then interval '91 days' else interval '1 year' end");

    inTransaction(() -> keys.rotate().replaceWith(true));

    String young = database.value(String.class, ALIVE);
    assertThat(young).isNotEqualTo(old);
    given().get("/.well-known/jwks.json").then().body("keys.kid", hasItem(young));
    assertThat(kidOf(SignInClient.signIn("alice"))).as("before its time").isEqualTo(old);

    database.execute("update auth.signing_keys set signs_from = now() where kid = ?", young);

    Map<String, Object> pair = SignInClient.signIn("alice");
    assertThat(kidOf(pair)).isEqualTo(young);
    given().header("Authorization", SignInClient.bearer(pair)).get("/me").then().statusCode(200);
    given().header("Authorization", "Bearer " + before).get("/me").then().statusCode(200);
  }

  @Test
  void privatePartIsNotReadableInTheDatabase() {
    SignInClient.signIn("alice");

    byte[] stored =
        database.column(byte[].class, "select private_part from auth.signing_keys").stream()
            .max(java.util.Comparator.comparingInt(part -> part.length))
            .orElseThrow();

    assertThat(Base64.getEncoder().encodeToString(stored)).doesNotContain("MEECAQAwEwYHKoZIzj0C");
    assertThat(stored[0]).as("a PKCS#8 document begins with a sequence").isNotEqualTo((byte) 0x30);
  }

  @Test
  void documentsBelowWellKnownKeepTheContract() {
    Contract contract = Contract.load();
    for (String name :
        List.of("openid-configuration", "oauth-authorization-server", "oauth-protected-resource")) {
      Response document = given().get("/.well-known/" + name);
      document.then().statusCode(200).header("Cache-Control", "public, max-age=3600");
      JsonObject body = new JsonObject(document.asString());
      body.remove("authorization_response_iss_parameter_supported"); // RFC 9207, ours
      contract.check("GET", "/.well-known/" + name, 200, body.encode());
    }
  }

  @Test
  void publishedKeyHasWhatAVerifierNeeds() {
    SignInClient.signIn("alice");

    List<Map<String, Object>> published =
        given().get("/.well-known/jwks.json").then().statusCode(200).extract().path("keys");

    assertThat(published)
        .isNotEmpty()
        .allSatisfy(key ->
            assertThat(key)
                .containsEntry("kty", "EC")
                .containsEntry("crv", "P-256")
                .containsEntry("use", "sig")
                .containsEntry("alg", "ES256")
                .containsEntry("key_ops", List.of("verify"))
                .containsKeys("kid", "x", "y")
                .doesNotContainKey("d"));
  }

  private static String kidOf(Map<String, Object> pair) {
    byte[] header =
        Base64.getUrlDecoder().decode(((String) pair.get("access_token")).split("\\.")[0]);
    return new JsonObject(new String(header)).getString("kid");
  }
}
