package tmi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.testkit.Person;
import tmi.testkit.Tokens;

/// Patches that were made to hurt, over HTTP: each is refused with a sentence, none is a fault of
/// the service, and nothing is changed.
@QuarkusTest
@RealStores
class PatchAttackTest {
  private static final String PAIR = "{'key':'a','value':'b'}";
  Tokens tokens;
  Person owner;
  Api alice;
  String model;
  String diagram;
  String threat;

  @BeforeEach
  void oneOfEach() {
    owner = tokens.person("alice" + UUID.randomUUID());
    alice = Api.as(owner);
    model = alice.model("Shop");
    diagram = alice.child(model, "diagrams", "{'name':'D','type':'DFD-1.0.0'}");
    threat = alice.child(model, "threats", "{'name':'T','threat_type':['A'],'cwe_id':['CWE-1']}");
  }

  @Test
  void copiesThatDoubleWhatTheyCopyAreRefused() {
    String first = "{'op':'add','path':'/metadata','value':[" + PAIR + "]}";
    String itself = "{'op':'copy','from':'/metadata','path':'/metadata/-'}";
    String across =
        "{'op':'copy','from':'/metadata','path':'/description'},"
            + "{'op':'copy','from':'/description','path':'/metadata/-'}";
    for (String at : List.of(model, diagram, threat)) {
      for (String copy : List.of(itself, across)) {
        alice
            .patch(at, "[" + first + "," + join(Collections.nCopies(40, copy)) + "]")
            .then()
            .statusCode(400)
            .body("error", equalTo("patch_failed"))
            .body("error_description", containsString("Operation "));
      }
    }
    alice
        .merge(
            model + "/threats/bulk",
            "{'patches':[{'id':'%s','operations':[%s,%s]}]}"
                .formatted(id(threat), first, join(Collections.nCopies(40, across))))
        .then()
        .statusCode(400);
    alice.get(model).then().statusCode(200).body("version", equalTo(1));
  }

  @Test
  void anArrayTokenThatIsNoIndexIsRefusedEverywhere() {
    Map<String, List<String>> lists = new HashMap<>();
    lists.put(model, List.of("/metadata", "/authorization"));
    lists.put(diagram, List.of("/metadata", "/cells"));
    lists.put(threat, List.of("/metadata", "/cwe_id", "/threat_type"));
    List<String> faults = new ArrayList<>();
    lists.forEach((at, paths) -> {
      for (String path : paths) {
        for (String token : List.of("x", "-1", "01", "1e1", " ", "", "999999999999", "+1")) {
          for (String operation : operations(path + "/" + token)) {
            Response answer = alice.patch(at, "[" + operation + "]");
            if (answer.statusCode() != 400) {
              faults.add(answer.statusCode() + " " + at + " " + operation);
            }
          }
        }
      }
    });

    assertThat(faults).isEmpty();
  }

  @Test
  void aWriterDoesNotResetTheStatusByMovingItAway() {
    Person writer = tokens.person("bob" + UUID.randomUUID());
    alice.share(model, "user " + writer.providerId() + " writer");
    Person reviewer = tokens.person("rita" + UUID.randomUUID());
    tokens.addTo(UUID.fromString("00000000-0000-0000-0000-000000000001"), reviewer);
    alice.share(
        model,
        "user " + writer.providerId() + " writer",
        "user " + reviewer.providerId() + " writer");
    Api.as(reviewer)
        .patch(model, "[{'op':'replace','path':'/status','value':'approved'}]")
        .then()
        .statusCode(200);

    for (String operations :
        List.of(
            "[{'op':'move','from':'/status','path':'/description'}]",
            "[{'op':'move','from':'/owner','path':'/description'}]",
            "[{'op':'copy','from':'/name','path':'/status'}]",
            "[{'op':'move','from':'/authorization/0','path':'/authorization/1'}]")) {
      Api.as(writer).patch(model, operations).then().statusCode(403);
    }
    Api.as(writer)
        .patch(model, "[{'op':'copy','from':'/status','path':'/description'}]")
        .then()
        .statusCode(200)
        .body("description", equalTo("approved"))
        .body("status", equalTo("approved"));
  }

  @Test
  void aLargeDrawingIsPatchedLikeASmallOne() {
    String nodes =
        IntStream.range(0, 900)
            .mapToObj(i ->
                ("{'id':'%s','shape':'process','x':%d,'y':2,'width':100,'height':60,"
                        + "'attrs':{'text':{'text':'W'}}}")
                    .formatted(UUID.randomUUID(), i))
            .collect(Collectors.joining(","));
    alice
        .put(diagram, "{'name':'D','type':'DFD-1.0.0','cells':[" + nodes + "]}")
        .then()
        .statusCode(200);
    String each =
        "{'op':'replace','path':'/cells/0/attrs/text/text','value':'Shop'},"
            + "{'op':'replace','path':'/name','value':'E'}";

    alice
        .patch(diagram, "[" + join(Collections.nCopies(500, each)) + "]")
        .then()
        .statusCode(200)
        .body("cells[0].attrs.text.text", equalTo("Shop"))
        .body("cells[899].x", equalTo(899))
        .body("name", equalTo("E"));
    alice
        .patch(diagram, "[{'op':'remove','path':'/cells/900'}]")
        .then()
        .statusCode(400)
        .body("error", equalTo("patch_failed"));
  }

  @Test
  void anAddOnWithoutASignInWritesCells() {
    Map<String, Object> claims = new HashMap<>();
    claims.put("sid", null);
    claims.put("delegation", Map.of("addon", UUID.randomUUID().toString()));
    Api addon = Api.as(withToken(tokens.signed(owner, claims)));
    String cell =
        "{'id':'%s','shape':'process','x':1,'y':2,'width':100,'height':60}"
            .formatted(UUID.randomUUID());

    addon
        .patch(diagram, "[{'op':'add','path':'/cells/-','value':" + cell + "}]")
        .then()
        .statusCode(200)
        .body("cells.size()", equalTo(1));
    addon
        .put(diagram, "{'name':'D','type':'DFD-1.0.0','cells':[" + cell + "]}")
        .then()
        .statusCode(200);
  }

  private static List<String> operations(String path) {
    return List.of(
        "{'op':'add','path':'" + path + "','value':'v'}",
        "{'op':'replace','path':'" + path + "','value':'v'}",
        "{'op':'remove','path':'" + path + "'}",
        "{'op':'test','path':'" + path + "','value':'v'}",
        "{'op':'copy','from':'" + path + "','path':'/name'}",
        "{'op':'copy','from':'/name','path':'" + path + "'}",
        "{'op':'move','from':'" + path + "','path':'/name'}");
  }

  private Person withToken(String token) {
    return new Person(
        owner.id(),
        owner.providerId(),
        owner.email(),
        owner.name(),
        owner.sessionId(),
        owner.tokenId(),
        token);
  }

  private static String join(List<String> parts) {
    return String.join(",", parts);
  }

  private static String id(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }
}
