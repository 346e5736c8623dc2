package tmi.model.exchange;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.model.Api;
import tmi.model.RealStores;
import tmi.testkit.Person;
import tmi.testkit.Tokens;

@QuarkusTest
@RealStores
class ExchangeResourceTest {
  private static final String ZONE = UUID.randomUUID().toString();
  private static final String WEB = UUID.randomUUID().toString();
  private static final String NOTE = UUID.randomUUID().toString();
  private static final String PAY = UUID.randomUUID().toString();
  Tokens tokens;
  Person person;
  Api alice;
  String diagram;

  @BeforeEach
  void diagram() {
    person = tokens.person("alice" + UUID.randomUUID());
    alice = Api.as(person);
    String model = alice.model("Shop");
    alice.put(model + "/metadata/bulk", "[{'key':'tier','value':'1'}]");
    diagram = alice.child(model, "diagrams", "{'name':'D','type':'DFD-1.0.0'}");
    String cells =
        node(ZONE, "security-boundary", null, "Office")
            + ","
            + node(WEB, "process", ZONE, "Web")
            + ","
            + node(NOTE, "text-box", WEB, "old")
            + ",{'id':'%s','shape':'flow','source':{'cell':'%s'},'target':{'cell':'%s','port':'left'},"
                .formatted(PAY, WEB, ZONE)
            + "'labels':[{'attrs':{'text':{'text':'pay'}}}]}";
    alice
        .put(diagram, "{'name':'D','type':'DFD-1.0.0','cells':[" + cells + "]}")
        .then()
        .statusCode(200);
  }

  @Test
  void jsonTellsWhatTheDiagramSaysWithoutItsLooks() {
    alice
        .get(diagram + "/model")
        .then()
        .statusCode(200)
        .body("", aMapWithSize(6))
        .body("name", equalTo("Shop"))
        .body("metadata.tier", equalTo("1"))
        .body("assets", empty())
        .body("cells.id", contains(ZONE, WEB, NOTE, PAY))
        .body("cells[0].security_boundary", equalTo(true))
        .body("cells[0].children", contains(WEB))
        .body("cells[0].parent", nullValue())
        .body("cells[1].labels", contains("Web", "old"))
        .body("cells[1].parent", equalTo(ZONE))
        .body("cells[3].labels", contains("pay"))
        .body("cells[3].target.port", equalTo("left"));
  }

  @Test
  void otherFormsComeByParameterOrByType() {
    as("application/yaml", "")
        .then()
        .statusCode(200)
        .contentType("application/yaml")
        .body(containsString("cells:\n    - children:"));
    as("text/html,application/json", "?format=yaml").then().contentType("application/yaml");
    as("application/graphml+xml", "")
        .then()
        .contentType("application/graphml+xml")
        .body(containsString("<edge id=\"" + PAY));
    as("text/html", "").then().statusCode(406);
  }

  @Test
  void onlyReadersGetIt() {
    Api.as(tokens.person("eve" + UUID.randomUUID())).get(diagram + "/model").then().statusCode(403);
    alice
        .get(diagram.replaceFirst("[^/]*$", UUID.randomUUID().toString()) + "/model")
        .then()
        .statusCode(404);
  }

  private io.restassured.response.Response as(String accept, String query) {
    return given()
        .header("Authorization", person.bearer())
        .header("Accept", accept)
        .get(diagram + "/model" + query);
  }

  private static String node(String id, String shape, String parent, String text) {
    return ("{'id':'%s','shape':'%s','x':1,'y':2,'width':100,'height':60,'parent':%s,"
            + "'attrs':{'text':{'text':'%s'}}}")
        .formatted(id, shape, parent == null ? "null" : "'" + parent + "'", text);
  }
}
