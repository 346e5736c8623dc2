package tmi.model.threat;

import static org.hamcrest.Matchers.contains;
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
import tmi.model.RealStores;
import tmi.testkit.TestDatabase;
import tmi.testkit.Tokens;

@QuarkusTest
@RealStores
class ThreatResourceTest {
  Tokens tokens;
  TestDatabase database;
  Api alice;
  String model;

  @BeforeEach
  void model() {
    alice = Api.as(tokens.person("alice" + UUID.randomUUID()));
    model = alice.model("Shop");
  }

  @Test
  void everyFieldComesBackAsItWasSent() {
    String diagram = alice.child(model, "diagrams", "{'name':'D','type':'DFD-1.0.0'}");
    String cell = UUID.randomUUID().toString();
    String threat =
        alice.child(
            model,
            "threats",
            ("{'name':'Spoofed login','description':'a\\nb','mitigation':'x -> y',"
                    + "'threat_type':['Spoofing','Policy & Law'],'severity':'High','score':9.8,"
                    + "'priority':'High (P1)','status':'In Progress','mitigated':true,"
                    + "'cwe_id':['CWE-287'],'issue_uri':'https://example.org/1',"
                    + "'diagram_id':'%s','cell_id':'%s','include_in_report':false,"
                    + "'metadata':[{'key':'b','value':'2'},{'key':'a','value':'1'}]}")
                .formatted(diagram.substring(diagram.lastIndexOf('/') + 1), cell));

    alice
        .get(threat)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("description", equalTo("a\nb"))
        .body("mitigation", equalTo("x -> y"))
        .body("threat_type", equalTo(List.of("Spoofing", "Policy & Law")))
        .body("severity", equalTo("high"))
        .body("status", equalTo("in_progress"))
        .body("priority", equalTo("High (P1)"))
        .body("score", equalTo(9.8f))
        .body("cell_id", equalTo(cell))
        .body("include_in_report", equalTo(false))
        .body("timmy_enabled", equalTo(true))
        .body("auto_generated", equalTo(false))
        .body("metadata.key", contains("a", "b"))
        .body("alias", equalTo(1));
  }

  @Test
  void whatTheServerGivesIsRefusedAndTheUnknownIgnored() {
    for (String field : List.of("id", "alias", "created_at", "modified_at")) {
      alice
          .post(model + "/threats", "{'name':'T','threat_type':[],'" + field + "':'x'}")
          .then()
          .statusCode(400)
          .body("error_description", containsString(field));
    }
    alice
        .post(model + "/threats", "{'name':'T','threat_type':[],'likelihood':'x'}")
        .then()
        .statusCode(201);
  }

  @Test
  void limitsAreNamed() {
    assertRefused("{'name':'a<b','threat_type':[]}", "name");
    assertRefused("{'name':'T','threat_type':[],'score':10.1}", "score");
    assertRefused("{'name':'T','threat_type':[],'cwe_id':['79']}", "cwe_id");
    assertRefused("{'name':'T','threat_type':[],'issue_uri':'ftp://x'}", "issue_uri");
    assertRefused("{'name':'T','threat_type':[],'cvss':[{'vector':'short','score':1}]}", "vector");
    assertRefused("{'name':'T','threat_type':'Spoofing'}", "threat_type");
    assertRefused("{'name':'" + "x".repeat(257) + "','threat_type':[]}", "name");
  }

  @Test
  void aDiagramOfAnotherModelIsNotPointedTo() {
    String other = alice.model("Other");
    String diagram = alice.child(other, "diagrams", "{'name':'D','type':'DFD-1.0.0'}");
    String id = diagram.substring(diagram.lastIndexOf('/') + 1);

    assertRefused("{'name':'T','threat_type':[],'diagram_id':'" + id + "'}", "diagram_id");
    String threat = alice.child(model, "threats", "{'name':'T','threat_type':[]}");
    alice
        .patch(threat, "[{'op':'replace','path':'/diagram_id','value':'" + id + "'}]")
        .then()
        .statusCode(400);
  }

  /// The contract's patterns for a threat's name and description stay; everything else is open.
  @Test
  void textIsStoredAsWrittenOrRefusedInWords() {
    assertRefused(
        "{'name':'Attacker < steals a session','threat_type':[]}",
        "name must not contain < > \" ' or &");
    assertRefused(
        "{'name':'T','threat_type':[],'description':'List<String>'}",
        "description must not contain < or >");
    assertRefused(
        "{'name':'T','threat_type':[],'mitigation':'a <script> b'}",
        "mitigation must not contain \"<script\"");
    String threat =
        alice.child(
            model,
            "threats",
            "{'name':'T','threat_type':[],'mitigation':'List<String> & x<y <b>bold</b> AT&amp;T'}");

    alice.get(threat).then().body("mitigation", equalTo("List<String> & x<y <b>bold</b> AT&amp;T"));
    alice
        .patch(threat, "[{'op':'replace','path':'/severity','value':'low'}]")
        .then()
        .statusCode(200)
        .body("mitigation", equalTo("List<String> & x<y <b>bold</b> AT&amp;T"));
  }

  @Test
  void aThreatWhoseDiagramWentWhileItWasMadeIsEditedLikeAnyOther() {
    String diagram = alice.child(model, "diagrams", "{'name':'D','type':'DFD-1.0.0'}");
    UUID id = UUID.fromString(diagram.substring(diagram.lastIndexOf('/') + 1));
    String threat =
        alice.child(
            model, "threats", "{'name':'T','threat_type':[],'diagram_id':'%s'}".formatted(id));
    database.execute("update model.diagrams set deleted_at = now() where id = ?", id);

    alice
        .patch(threat, "[{'op':'replace','path':'/severity','value':'low'}]")
        .then()
        .statusCode(200)
        .body("severity", equalTo("low"));
    alice
        .put(threat, "{'name':'U','threat_type':[],'diagram_id':'%s'}".formatted(id))
        .then()
        .statusCode(200);
    assertRefused("{'name':'V','threat_type':[],'diagram_id':'%s'}".formatted(id), "diagram_id");
  }

  @Test
  void aPutClearsWhatItDoesNotName() {
    String threat =
        alice.child(
            model,
            "threats",
            "{'name':'T','threat_type':['A'],'severity':'low','cwe_id':['CWE-1'],"
                + "'metadata':[{'key':'a','value':'1'}]}");

    alice
        .put(threat, "{'name':'U','threat_type':[]}")
        .then()
        .statusCode(200)
        .body("severity", nullValue())
        .body("cwe_id", nullValue())
        .body("metadata", empty())
        .body("threat_type", empty())
        .body("alias", equalTo(1));
  }

  @Test
  void aPatchChangesWhatItNames() {
    String threat = alice.child(model, "threats", "{'name':'T','threat_type':['A'],'score':1}");

    alice
        .patch(
            threat,
            "[{'op':'add','path':'/threat_type','value':'B'},{'op':'remove','path':'/score'},"
                + "{'op':'replace','path':'/severity','value':'High'},"
                + "{'op':'replace','path':'/mitigated','value':true}]")
        .then()
        .statusCode(200)
        .body("threat_type", contains("A", "B"))
        .body("score", nullValue())
        .body("severity", equalTo("High"))
        .body("mitigated", equalTo(true));
    alice.patch(threat, "[{'op':'replace','path':'/name','value':''}]").then().statusCode(400);
    alice.patch(threat, "[{'op':'replace','path':'/alias','value':9}]").then().statusCode(400);
  }

  @Test
  void aDeletedThreatIsGoneAndItsAliasIsNotGivenAgain() {
    String threat = alice.child(model, "threats", "{'name':'T','threat_type':[]}");
    alice.delete(threat).then().statusCode(204);

    alice.get(threat).then().statusCode(404);
    alice.delete(threat).then().statusCode(404);
    alice.put(threat, "{'name':'T','threat_type':[]}").then().statusCode(404);
    alice
        .post(model + "/threats", "{'name':'U','threat_type':[]}")
        .then()
        .body("alias", equalTo(2));
  }

  @Test
  void bulkDoesAllOrNothing() {
    String items =
        "[{'name':'A','threat_type':[]},{'id':'%s','name':'B','threat_type':[]}]"
            .formatted(UUID.randomUUID());
    List<String> ids = alice.post(model + "/threats/bulk", items).path("id");
    String unknown = UUID.randomUUID().toString();

    alice
        .put(
            model + "/threats/bulk",
            "[{'id':'%s','name':'C','threat_type':[]},{'id':'%s','name':'D','threat_type':[]}]"
                .formatted(ids.get(0), unknown))
        .then()
        .statusCode(404);
    alice
        .merge(
            model + "/threats/bulk",
            ("{'patches':[{'id':'%s','operations':[{'op':'replace','path':'/severity',"
                    + "'value':'low'}]},{'id':'%s','operations':[{'op':'replace','path':'/name',"
                    + "'value':''}]}]}")
                .formatted(ids.get(0), ids.get(1)))
        .then()
        .statusCode(400);
    alice
        .delete(model + "/threats/bulk?threat_ids=" + ids.get(0) + "," + unknown)
        .then()
        .statusCode(404);
    alice
        .get(model + "/threats?sort=name:asc")
        .then()
        .body("threats.name", contains("A", "B"))
        .body("threats.version", contains(1, 1));

    alice
        .delete(model + "/threats/bulk?threat_ids=" + ids.get(0) + "," + ids.get(0))
        .then()
        .statusCode(200)
        .body("deleted_count", equalTo(1))
        .body("deleted_ids", contains(ids.get(0)));
  }

  @Test
  void bulkTakesOneToTwentyThreats() {
    String one = "{'name':'A','threat_type':[]}";
    alice.post(model + "/threats/bulk", "[]").then().statusCode(400);
    alice
        .post(model + "/threats/bulk", "[" + (one + ",").repeat(20) + one + "]")
        .then()
        .statusCode(400);
    alice
        .post(model + "/threats/bulk", "[" + (one + ",").repeat(19) + one + "]")
        .then()
        .statusCode(201)
        .body("", hasSize(20))
        .body("alias[19]", equalTo(20));
    alice.delete(model + "/threats/bulk").then().statusCode(400);
  }

  private void assertRefused(String body, String named) {
    alice
        .post(model + "/threats", body)
        .then()
        .statusCode(400)
        .body("error_description", containsString(named));
  }
}
