package tmi.model.threatmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.model.Api;
import tmi.model.LiveSessions;
import tmi.model.Others;
import tmi.model.RealStores;
import tmi.testkit.Person;
import tmi.testkit.TestDatabase;
import tmi.testkit.Tokens;

@QuarkusTest
@RealStores
class ThreatModelResourceTest {
  Tokens tokens;
  TestDatabase database;
  Person owner;
  Api alice;
  Api bob;
  String bobId;

  @BeforeEach
  void people() {
    Others.hide(database);
    owner = tokens.person("alice" + UUID.randomUUID());
    Person other = tokens.person("bob" + UUID.randomUUID());
    alice = Api.as(owner);
    bob = Api.as(other);
    bobId = other.providerId();
  }

  @Test
  void textIsStoredAsItWasWrittenHoweverOftenItIsSaved() {
    Api writer = Api.looselyAs(owner);
    for (String text :
        List.of(
            "a <b> c",
            "<b></b>",
            "if x<y then z",
            "AT&amp;T",
            "R&D &lt;i&gt;",
            "user’s \u2019x\u2019")) {
      String body = "{\"name\":\"%s\",\"description\":\"%s\"}".formatted(text, text);
      String at = "/threat_models/" + writer.post("/threat_models", body).path("id");

      writer.get(at).then().body("name", equalTo(text)).body("description", equalTo(text));
      writer.put(at, body).then().body("name", equalTo(text)).body("description", equalTo(text));
    }
  }

  @Test
  void dangerousTextIsRefusedByFieldAndPiece() {
    alice
        .post("/threat_models", "{'name':'A','description':'x &lt;script&gt; y'}")
        .then()
        .statusCode(400)
        .body("error_description", containsString("description must not contain"))
        .body("error_description", containsString("<script"));
  }

  @Test
  void aNewModelIsAnsweredWhole() {
    var made =
        alice.post(
            "/threat_models",
            "{'name':'Shop','description':'R&D all','threat_model_framework':'STRIDE',"
                + "'is_confidential':false,'metadata':[{'key':'tier','value':'1'}]}");

    made.then()
        .statusCode(201)
        .header("Location", equalTo("/threat_models/" + made.path("id")))
        .header("ETag", equalTo("\"1\""))
        .body("name", equalTo("Shop"))
        .body("description", equalTo("R&D all"))
        .body("status", equalTo("not_started"))
        .body("owner.provider_id", equalTo(owner.providerId()))
        .body("created_by.email", equalTo(owner.email()))
        .body("authorization.role", equalTo(List.of("writer", "owner", "owner")))
        .body("metadata[0].key", equalTo("tier"))
        .body("threats", empty())
        .body("diagrams", empty());
    assertThat(alice.get("/threat_models/" + made.path("id")).asString())
        .isEqualTo(made.asString());
  }

  @Test
  void whatTheClosedFormDoesNotNameIsRefused() {
    for (String field : List.of("owner", "status", "version", "project_id", "threats", "x")) {
      alice
          .post("/threat_models", "{'name':'A','" + field + "':'x'}")
          .then()
          .statusCode(400)
          .body("error_description", containsString(field));
    }
    alice.post("/threat_models", "{}").then().statusCode(400);
    alice.post("/threat_models", "{'name':''}").then().statusCode(400);
    alice.post("/threat_models", "{'name':5}").then().statusCode(400);
    alice.post("/threat_models", "null").then().statusCode(400);
  }

  @Test
  void aModelShowsItsDiagramsAndThreatsWithEveryField() {
    String model = alice.model("Shop");
    alice.child(
        model,
        "threats",
        "{'name':'T','threat_type':['Spoofing'],'cwe_id':['CWE-79'],'ssvc':{'vector':'a',"
            + "'decision':'Defer','methodology':'CISA'},'cvss':[{'vector':"
            + "'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U','score':9.8}]}");
    String diagram = alice.child(model, "diagrams", "{'name':'Main','type':'DFD-1.0.0'}");
    alice.patch(diagram, "[{'op':'replace','path':'/cells','value':[" + cell() + "]}]");

    alice
        .get(model)
        .then()
        .statusCode(200)
        .body("threats", hasSize(1))
        .body("threats[0].cwe_id", equalTo(List.of("CWE-79")))
        .body("threats[0].cvss[0].score", equalTo(9.8f))
        .body("threats[0].ssvc.decision", equalTo("Defer"))
        .body("threats[0].alias", equalTo(1))
        .body("diagrams[0].cells", hasSize(1))
        .body("diagrams[0].update_vector", equalTo(1));
  }

  @Test
  void theValidatorOfAModelChangesWithItsChildren() {
    String model = alice.model("Shop");
    String before = alice.get(model).header("ETag");

    alice.child(model, "threats", "{'name':'T','threat_type':[]}");

    String after = alice.get(model).header("ETag");
    assertThat(after).isNotEqualTo(before).startsWith("\"1-");
    alice.put(model, "{'name':'Shop 2'}", after).then().statusCode(200);
  }

  @Test
  void aPutReplacesWhatItNamesAndKeepsTheRest() {
    String model = alice.model("Shop");
    alice.share(model, "user " + bobId + " writer");
    alice.put(model + "/metadata/bulk", "[{'key':'a','value':'1'}]").then().statusCode(200);

    alice
        .put(model, "{'name':'New','issue_uri':'https://example.org/1'}")
        .then()
        .statusCode(200)
        .body("name", equalTo("New"))
        .body("description", nullValue())
        .body("issue_uri", equalTo("https://example.org/1"))
        .body("authorization.provider_id", containsInAnyOrder(bobId, owner.providerId()))
        .body("metadata", hasSize(1))
        .body("alias", org.hamcrest.Matchers.greaterThan(0))
        .body("status", equalTo("not_started"));
  }

  @Test
  void aPutByAWriterMaySendTheListAsItIsAndNotAnother() {
    String model = alice.model("Shop");
    alice.share(model, "user " + bobId + " writer");
    String same = line("user", owner.providerId(), "owner") + "," + line("user", bobId, "writer");

    bob.put(model, "{'name':'A','authorization':[" + same + "]}").then().statusCode(200);
    bob.put(model, "{'name':'A','authorization':[" + line("user", bobId, "owner") + "]}")
        .then()
        .statusCode(403);
  }

  @Test
  void aPatchAnswersTheWholeModel() {
    String model = alice.model("Shop");

    alice
        .patch(
            model,
            "[{'op':'replace','path':'/name','value':'B'},"
                + "{'op':'replace','path':'/threat_model_framework','value':'LINDDUN'},"
                + "{'op':'add','path':'/metadata/-','value':{'key':'k','value':'v'}}]")
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("name", equalTo("B"))
        .body("threat_model_framework", equalTo("LINDDUN"))
        .body("metadata[0].value", equalTo("v"))
        .body("threats", empty());
  }

  @Test
  void aPatchHappensWholeOrNotAtAll() {
    String model = alice.model("Shop");

    alice
        .patch(
            model,
            "[{'op':'replace','path':'/name','value':'B'},{'op':'test','path':'/name','value':'C'}]")
        .then()
        .statusCode(400)
        .body("error", equalTo("patch_failed"));
    alice.patch(model, "[{'op':'replace','path':'/name','value':''}]").then().statusCode(400);
    alice.patch(model, "[]").then().statusCode(400);
    alice.patch(model, "[{'op':'replace','path':'/id','value':'x'}]").then().statusCode(400);
    alice.get(model).then().body("name", equalTo("Shop")).body("version", equalTo(1));
  }

  @Test
  void aDeletedModelIsGoneWithEverythingInIt() {
    String model = alice.model("Shop");
    String threat = alice.child(model, "threats", "{'name':'T','threat_type':[]}");

    alice.delete(model).then().statusCode(204);

    alice.get(model).then().statusCode(404);
    alice.get(threat).then().statusCode(404);
    alice.delete(model).then().statusCode(404);
    alice.get("/threat_models").then().body("threat_models", empty()).body("total", equalTo(0));
    assertThat(
            database.value(
                Long.class,
                "select count(*) from model.threats where deleted_at is null"
                    + " and threat_model_id = ?",
                id(model)))
        .isZero();
  }

  @Test
  void aModelWithALiveSessionIsNotDeleted() {
    String model = alice.model("Shop");
    String diagram = alice.child(model, "diagrams", "{'name':'Main','type':'DFD-1.0.0'}");
    LiveSessions.start(database, id(model), id(diagram), owner.id());

    alice.delete(model).then().statusCode(409);
    alice.get(model).then().statusCode(200);
  }

  private static String line(String kind, String id, String role) {
    return "{'principal_type':'%s','provider':'tmi','provider_id':'%s','role':'%s'}"
        .formatted(kind, id, role);
  }

  private static String cell() {
    return "{'id':'%s','shape':'process','x':1,'y':2,'width':100,'height':60,'attrs':{'text':{'text':'Web'}}}"
        .formatted(UUID.randomUUID());
  }

  private static UUID id(String address) {
    return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
  }
}
