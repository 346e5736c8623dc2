package tmi.model.threatmodel;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.model.Api;
import tmi.model.Others;
import tmi.model.RealStores;
import tmi.testkit.Person;
import tmi.testkit.TestDatabase;
import tmi.testkit.Tokens;

@QuarkusTest
@RealStores
class ModelListTest {
  Tokens tokens;
  TestDatabase database;
  Person person;
  Api alice;

  @BeforeEach
  void threeModels() {
    Others.hide(database);
    person = tokens.person("alice" + UUID.randomUUID());
    alice = Api.as(person);
    alice.model("First shop");
    alice.model("Second shop");
    String third = alice.model("Third 100% mall");
    alice.child(third, "threats", "{'name':'T','threat_type':[]}");
    alice.child(third, "diagrams", "{'name':'D','type':'DFD-1.0.0'}");
  }

  @Test
  void theNewestComesFirstAndPagesFollowOneAnother() {
    alice
        .get("/threat_models?limit=2")
        .then()
        .statusCode(200)
        .body("threat_models.name", contains("Third 100% mall", "Second shop"))
        .body("total", equalTo(3))
        .body("limit", equalTo(2));
    alice
        .get("/threat_models?limit=2&offset=2")
        .then()
        .body("threat_models.name", contains("First shop"))
        .body("total", equalTo(3));
    alice
        .get("/threat_models?offset=7")
        .then()
        .body("threat_models", empty())
        .body("total", equalTo(3));
  }

  @Test
  void anItemCountsWhatIsInTheModel() {
    alice
        .get("/threat_models?limit=1")
        .then()
        .body("threat_models[0].threat_count", equalTo(1))
        .body("threat_models[0].diagram_count", equalTo(1))
        .body("threat_models[0].asset_count", equalTo(0))
        .body("threat_models[0].owner.email", equalTo(person.email()));
  }

  @Test
  void textIsFoundAnywhereAndInAnyLetterCase() {
    assertNames("name=SHOP", "Second shop", "First shop");
    assertNames("name=100%25", "Third 100% mall");
    assertNames("name=nothing");
    assertNames("name=shop&limit=1", "Second shop");
  }

  @Test
  void theOwnerIsFoundByNameOrEmail() {
    assertNames(
        "owner=" + person.email().toUpperCase(java.util.Locale.ROOT),
        "Third 100% mall",
        "Second shop",
        "First shop");
    assertNames("owner=somebody-else");
  }

  @Test
  void statusIsOneOrSeveralInEitherForm() {
    assertNames("status=active,NOT_STARTED&name=first", "First shop");
    assertNames("status=active&status=not_started&name=first", "First shop");
    assertNames("status=active");
  }

  @Test
  void reviewersAreAskedForByAbsenceToo() {
    assertNames("security_reviewer=is:null&name=first", "First shop");
    assertNames("security_reviewer=is:notnull");
    assertNames("security_reviewer=somebody");
    alice.get("/threat_models?security_reviewer=is:what").then().statusCode(400);
    alice.get("/threat_models?security_reviewer=eq:x").then().statusCode(400);
  }

  @Test
  void timesAreInclusive() {
    String created = alice.get("/threat_models?limit=1").path("threat_models[0].created_at");

    assertNames("created_after=" + created, "Third 100% mall");
    assertNames("created_before=" + created + "&name=third", "Third 100% mall");
    assertNames("status_updated_after=" + created, "Third 100% mall");
    alice.get("/threat_models?created_after=yesterday").then().statusCode(400);
  }

  @Test
  void numbersOutsideTheirRangeAreRefused() {
    alice.get("/threat_models?limit=0").then().statusCode(400);
    alice.get("/threat_models?limit=101").then().statusCode(400);
    alice.get("/threat_models?limit=many").then().statusCode(400);
    alice.get("/threat_models?offset=-1").then().statusCode(400);
  }

  @Test
  void deletedOnesAreShownToAdministratorsWhoCouldReadThem() {
    Api root = Api.as(tokens.administrator("root" + UUID.randomUUID()));
    String model = root.model("Gone");
    root.delete(model).then().statusCode(204);

    root.get("/threat_models?include_deleted=true")
        .then()
        .statusCode(200)
        .body("threat_models.name", contains("Gone"))
        .body("threat_models[0].deleted_at", notNullValue());
    root.get("/threat_models").then().body("total", equalTo(0));
    alice.get("/threat_models?include_deleted=true").then().statusCode(403);
    alice.get("/threat_models?include_deleted=maybe").then().statusCode(400);
  }

  private void assertNames(String query, String... names) {
    var list = alice.get("/threat_models?" + query).then().statusCode(200);
    if (names.length == 0) {
      list.body("threat_models", empty()).body("total", equalTo(0));
    } else {
      list.body("threat_models.name", contains(names));
    }
  }
}
