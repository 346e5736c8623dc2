package tmi.model;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.testkit.Person;
import tmi.testkit.Tokens;

/// Shape before rights, rights before existence (rest-behaviour section 1).
@QuarkusTest
@RealStores
class FilterOrderTest {
  Tokens tokens;
  Person alice;
  Api owner;
  Api stranger;
  String model;

  @BeforeEach
  void people() {
    alice = tokens.person("alice" + UUID.randomUUID());
    owner = Api.as(alice);
    stranger = Api.as(tokens.person("eve" + UUID.randomUUID()));
    model = owner.model("Shop");
  }

  @Test
  void withoutATokenTheShapeIsStillJudgedFirst() {
    given().contentType(ContentType.JSON).body("{").post("/threat_models").then().statusCode(400);
    given()
        .contentType(ContentType.JSON)
        .body("{\"name\":\"A\"}")
        .post("/threat_models")
        .then()
        .statusCode(401);
    given().get("/threat_models/nonsense").then().statusCode(400);
  }

  @Test
  void aWrongBodyIsRefusedBeforeTheCallerIs() {
    stranger.put(model, "{'nome':'B'}").then().statusCode(400);
    stranger.put(model, "{'name':'B'}").then().statusCode(403);
    stranger.patch(model, "[{'op':'replace','path':'/id','value':1}]").then().statusCode(400);
    stranger.post(model + "/threats", "{'threat_type':[]}").then().statusCode(400);
    stranger.post(model + "/threats", "{'name':'T','threat_type':[]}").then().statusCode(403);
    stranger.post(model + "/diagrams", "{'name':'T','type':'x'}").then().statusCode(400);
  }

  @Test
  void cellsAreLookedAtBeforeRights() {
    String diagram = owner.child(model, "diagrams", "{'name':'D','type':'DFD-1.0.0'}");
    String small =
        "{'id':'%s','shape':'process','x':1,'y':2,'width':39,'height':60}"
            .formatted(UUID.randomUUID());

    stranger
        .put(diagram, "{'name':'D','type':'DFD-1.0.0','cells':[" + small + "]}")
        .then()
        .statusCode(400);
  }

  @Test
  void rightsAreJudgedBeforeTheChildIsLookedFor() {
    stranger.get(model + "/threats/" + UUID.randomUUID()).then().statusCode(403);
    stranger.get(model + "/diagrams/" + UUID.randomUUID()).then().statusCode(403);
    owner.get(model + "/threats/" + UUID.randomUUID()).then().statusCode(404);
    owner.get(model + "/diagrams/" + UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void aModelThatIsNotThereIsNotFoundAndOneThatIsIsForbidden() {
    stranger.get("/threat_models/" + UUID.randomUUID()).then().statusCode(404);
    stranger.get(model).then().statusCode(403).body("error", equalTo("forbidden"));
    stranger.delete(model).then().statusCode(403);
  }

  @Test
  void aChildIsFoundInItsOwnModelOnly() {
    String threat = owner.child(model, "threats", "{'name':'T','threat_type':[]}");
    String other = owner.model("Other");

    owner
        .get(other + "/threats/" + threat.substring(threat.lastIndexOf('/') + 1))
        .then()
        .statusCode(404);
  }

  @Test
  void aPatchNeedsItsOwnType() {
    given()
        .header("Authorization", alice.bearer())
        .contentType(ContentType.JSON)
        .body("[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"B\"}]")
        .patch(model)
        .then()
        .statusCode(415);
    given()
        .header("Authorization", alice.bearer())
        .accept("text/html")
        .get(model)
        .then()
        .statusCode(406);
  }

  @Test
  void noAnswerShowsAClassOrAStatement() {
    owner
        .post(model + "/threats", "{'name':[],'threat_type':{}}")
        .then()
        .statusCode(400)
        .body("error_description", not(org.hamcrest.Matchers.containsString("tmi.model")));
  }

  @Test
  void headIsGetWithoutItsBody() {
    given().header("Authorization", alice.bearer()).head(model).then().statusCode(200);
  }
}
