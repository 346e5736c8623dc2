package tmi.model.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.model.Api;
import tmi.model.LiveSessions;
import tmi.model.RealStores;
import tmi.testkit.Person;
import tmi.testkit.TestDatabase;
import tmi.testkit.Tokens;

@QuarkusTest
@RealStores
class DiagramResourceTest {
  private static final String A = UUID.randomUUID().toString();
  private static final String B = UUID.randomUUID().toString();
  Tokens tokens;
  TestDatabase database;
  Person person;
  Api alice;
  String model;
  String diagram;

  @BeforeEach
  void diagram() {
    person = tokens.person("alice" + UUID.randomUUID());
    alice = Api.as(person);
    model = alice.model("Shop");
    diagram = alice.child(model, "diagrams", "{'name':'Main','type':'DFD-1.0.0'}");
  }

  @Test
  void aNewDiagramIsEmpty() {
    var made = alice.post(model + "/diagrams", "{'name':'Alice','type':'DFD-1.0.0'}");

    made.then()
        .statusCode(201)
        .header("Location", equalTo(model + "/diagrams/" + made.path("id")))
        .body("cells", empty())
        .body("metadata", empty())
        .body("update_vector", equalTo(0))
        .body("image.svg", nullValue())
        .body("alias", equalTo(2))
        .body("version", equalTo(1));
    alice
        .post(model + "/diagrams", "{'name':'A','type':'DFD-1.0.0','cells':[]}")
        .then()
        .statusCode(400);
    alice.post(model + "/diagrams", "{'name':'A','type':'DFD-2'}").then().statusCode(400);
  }

  @Test
  void aDiagramOfManyCellsIsTakenWhole() {
    var nodes =
        IntStream.range(0, 200)
            .mapToObj(i -> node(UUID.randomUUID().toString(), "Web " + i))
            .collect(Collectors.joining(","));

    put("[" + nodes + "]").then().statusCode(200).body("cells", hasSize(200));
  }

  @Test
  void cellsComeBackFlatInTheirOrderAndTheVectorCountsTheirChanges() {
    String nested =
        "{'id':'%s','shape':'actor','position':{'x':1,'y':2},'size':{'width':80,'height':50},"
                .formatted(B)
            + "'data':{'status':'In Progress','mine':{'a':1}}}";
    put("[" + node(A, "Web") + "," + nested + "]")
        .then()
        .statusCode(200)
        .body("update_vector", equalTo(1))
        .body("cells.id", contains(A, B))
        .body("cells[1].x", equalTo(1))
        .body("cells[1].width", equalTo(80))
        .body("cells[1].position", nullValue())
        .body("cells[1].data.status", equalTo("In Progress"))
        .body("cells[1].data.mine.a", equalTo(1));

    String same = alice.get(diagram).then().extract().jsonPath().prettify();
    assertThat(same).contains(A, B);
    put("[" + node(A, "Web") + "," + nested + "]").then().body("update_vector", equalTo(1));
    put("[" + node(A, "Shop") + "," + nested + "]").then().body("update_vector", equalTo(2));
    put("[" + nested + "," + node(A, "Shop") + "]")
        .then()
        .body("update_vector", equalTo(3))
        .body("cells.id", contains(B, A));
  }

  @Test
  void aPutRefusesASmallNodeAndAPatchRepairsIt() {
    String small = "{'id':'%s','shape':'process','x':1,'y':2,'width':39,'height':60}".formatted(A);

    put("[" + small + "]").then().statusCode(400);
    patch("[{'op':'replace','path':'/cells','value':[" + small + "]}]").then().statusCode(200);
    alice.get(diagram).then().body("cells[0].id", equalTo(A));
  }

  @Test
  void aPatchReachesIntoACell() {
    put("[" + node(A, "Web") + "]").then().statusCode(200);

    patch("[{'op':'replace','path':'/cells/0/attrs/text/text','value':'Shop'}]")
        .then()
        .statusCode(200)
        .body("cells[0].attrs.text.text", equalTo("Shop"))
        .body("update_vector", equalTo(2));
    patch("[{'op':'add','path':'/cells/-','value':" + node(B, "Store") + "}]")
        .then()
        .body("cells", hasSize(2));
    patch("[{'op':'remove','path':'/cells/9'}]").then().statusCode(400);
  }

  @Test
  void aListThatWasMadeFromAnOlderStateLosesNobodysWork() {
    put("[" + node(A, "Web") + "]").then().statusCode(200);
    Person second = tokens.person("bob" + UUID.randomUUID());
    alice.share(model, "user " + second.providerId() + " writer");
    Api bob = Api.as(second);
    bob.get(diagram).then().body("cells", hasSize(1));

    patch("[{'op':'add','path':'/cells/-','value':" + node(B, "Store") + "}]")
        .then()
        .statusCode(200);
    bob.patch(
            diagram,
            "[{'op':'replace','path':'/cells','value':[" + node(A, "Renamed by Bob") + "]}]")
        .then()
        .statusCode(200)
        .body("cells.id", contains(A, B))
        .body("cells[0].attrs.text.text", equalTo("Renamed by Bob"));
  }

  @Test
  void aWholeListFromOneWhoNeverReadTheDiagramIsRefused() {
    put("[" + node(A, "Web") + "]").then().statusCode(200);
    Person second = tokens.person("bob" + UUID.randomUUID());
    alice.share(model, "user " + second.providerId() + " writer");

    Api.as(second)
        .patch(diagram, "[{'op':'replace','path':'/cells','value':[]}]")
        .then()
        .statusCode(409);
    Api.as(second)
        .patch(diagram, "[{'op':'replace','path':'/cells','value':[]}]", Map.of("If-Match", "*"))
        .then()
        .statusCode(200)
        .body("cells", empty());
  }

  @Test
  void aPictureShowsTheVectorOfItsRequestAndIsNotLost() {
    String svg = Base64.getEncoder().encodeToString("<svg/>".getBytes(StandardCharsets.UTF_8));
    patch(
            "[{'op':'replace','path':'/cells','value':["
                + node(A, "Web")
                + "]},"
                + "{'op':'replace','path':'/image','value':{'svg':'"
                + svg
                + "'}}]")
        .then()
        .statusCode(200)
        .body("image.svg", equalTo(svg))
        .body("image.update_vector", equalTo(1));

    patch("[{'op':'replace','path':'/image','value':null}]")
        .then()
        .statusCode(200)
        .body("image.svg", equalTo(svg));
    put("[" + node(A, "Web") + "]").then().body("image.svg", equalTo(svg));
    patch("[{'op':'replace','path':'/image/svg','value':'%%'}]").then().statusCode(400);
  }

  @Test
  void aPaletteIsSortedAndSpelledOneWay() {
    patch(
            "[{'op':'add','path':'/color_palette','value':[{'position':3,'color':'#AbC'},"
                + "{'position':1,'color':'#000000'}]}]")
        .then()
        .statusCode(200)
        .body("color_palette.color", contains("#000000", "#aabbcc"));
    patch("[{'op':'replace','path':'/color_palette','value':[{'position':9,'color':'#000'}]}]")
        .then()
        .statusCode(400);
    patch("[{'op':'replace','path':'/color_palette','value':[]}]")
        .then()
        .body("color_palette", nullValue());
  }

  @Test
  void aCellOverItsLimitIsRefusedWithTheLimitAndTheCell() {
    String large =
        "{'id':'%s','shape':'process','x':1,'y':2,'width':80,'height':60,'data':{'note':'%s'}}"
            .formatted(A, "x".repeat(66_000));

    put("[" + large + "]")
        .then()
        .statusCode(400)
        .body("error_description", containsString("at most 65536 bytes"))
        .body("error_description", containsString(A));
    patch("[{'op':'replace','path':'/cells','value':[" + large + "]}]").then().statusCode(400);
    alice.get(diagram).then().body("cells", empty()).body("update_vector", equalTo(0));
  }

  @Test
  void aDiagramThatHoldsATextThatIsRefusedTodayCanBeSavedAndCured() {
    put("[" + node(A, "Web") + "," + node(B, "Store") + "]").then().statusCode(200);
    database.execute(
        "update diagram.cells set data = jsonb_set(data, '{attrs,text,text}', to_jsonb(?::text))"
            + " where cell_id = ?",
        "W\u202Eeb",
        UUID.fromString(A));

    patch("[{'op':'replace','path':'/name','value':'Other'}]").then().statusCode(200);
    patch("[{'op':'replace','path':'/cells/1/attrs/text/text','value':'Shop'}]")
        .then()
        .statusCode(200);
    alice.get(diagram).then().statusCode(200).body("cells[1].attrs.text.text", equalTo("Shop"));
    patch("[{'op':'replace','path':'/cells/0/attrs/text/text','value':'Web'}]")
        .then()
        .statusCode(200)
        .body("cells[0].attrs.text.text", equalTo("Web"));
  }

  @Test
  void otherPathsAreRefused() {
    for (String path : List.of("/update_vector", "/id", "/alias", "/type", "/version", "/x")) {
      patch("[{'op':'add','path':'" + path + "','value':1}]").then().statusCode(400);
    }
    patch("[{'op':'replace','path':'/name','value':'a<b'}]").then().statusCode(400);
    patch("[{'op':'replace','path':'/description','value':'Flows'}]")
        .then()
        .body("description", equalTo("Flows"))
        .body("update_vector", equalTo(0));
  }

  @Test
  void whileItIsDrawnLiveRestDoesNotWriteToIt() {
    put("[" + node(A, "Web") + "]").then().statusCode(200);
    LiveSessions.start(database, id(model), id(diagram), person.id());

    put("[]").then().statusCode(409).body("error_description", containsString(person.name()));
    patch("[{'op':'replace','path':'/cells','value':[]}]").then().statusCode(409);
    patch("[{'op':'replace','path':'/name','value':'B'}]").then().statusCode(409);
    alice.delete(diagram).then().statusCode(409);
    alice.get(diagram).then().statusCode(200).body("cells", hasSize(1)).body("version", equalTo(2));
  }

  @Test
  void whileOnlyReadersLookAtItLiveRestWritesToIt() {
    LiveSessions.startByReader(database, id(model), id(diagram), person.id());

    put("[" + node(A, "Web") + "]").then().statusCode(200);
    patch("[{'op':'replace','path':'/name','value':'B'}]").then().statusCode(200);
    alice.delete(diagram).then().statusCode(204);
  }

  @Test
  void aDeletedDiagramTakesItsThreatsLinksWithIt() {
    String threat =
        alice.child(
            model,
            "threats",
            "{'name':'T','threat_type':[],'diagram_id':'%s','cell_id':'%s'}"
                .formatted(id(diagram), A));

    alice.delete(diagram).then().statusCode(204);

    alice.get(diagram).then().statusCode(404);
    alice.get(model + "/diagrams").then().body("total", equalTo(0));
    alice
        .get(threat)
        .then()
        .body("diagram_id", nullValue())
        .body("cell_id", nullValue())
        .body("version", equalTo(2));
  }

  @Test
  void aListShowsDiagramsWithoutTheirCells() {
    alice
        .get(model + "/diagrams")
        .then()
        .statusCode(200)
        .body("diagrams.name", contains("Main"))
        .body("diagrams[0].cells", nullValue())
        .body("total", equalTo(1));
  }

  private io.restassured.response.Response put(String cells) {
    return alice.put(diagram, "{'name':'Main','type':'DFD-1.0.0','cells':" + cells + "}");
  }

  private io.restassured.response.Response patch(String operations) {
    return alice.patch(diagram, operations);
  }

  private static String node(String id, String text) {
    return ("{'id':'%s','shape':'process','x':1,'y':2,'width':100,'height':60,"
            + "'attrs':{'text':{'text':'%s'}}}")
        .formatted(id, text);
  }

  private static UUID id(String address) {
    return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
  }
}
