package tmi.model.threat;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.model.Api;
import tmi.model.RealStores;
import tmi.testkit.Tokens;

@QuarkusTest
@RealStores
class ThreatListTest {
  Tokens tokens;
  Api alice;
  String model;

  @BeforeEach
  void threeThreats() {
    alice = Api.as(tokens.person("alice" + UUID.randomUUID()));
    model = alice.model("Shop");
    threat(
        "{'name':'Low one','threat_type':['Spoofing'],'severity':'low','score':2,"
            + "'status':'open','priority':'high'}");
    threat(
        "{'name':'Odd one','threat_type':['Tampering'],'severity':'weird','mitigated':true,"
            + "'status':'closed','priority':'low'}");
    threat(
        "{'name':'Critical one','threat_type':['Spoofing','Tampering'],'severity':'critical',"
            + "'score':9.8,'status':'confirmed','priority':'immediate','description':'About 50%'}");
  }

  @Test
  void theNewestComesFirst() {
    assertNames("limit=20", "Critical one", "Odd one", "Low one");
    assertNames("limit=1", "Critical one");
    alice.get(model + "/threats?limit=1&offset=1").then().body("total", equalTo(3));
  }

  @Test
  void wordsAreSortedByTheirMeaning() {
    assertNames("sort=severity:asc", "Odd one", "Low one", "Critical one");
    assertNames("sort=severity:desc", "Critical one", "Low one", "Odd one");
    assertNames("sort=priority:asc", "Odd one", "Low one", "Critical one");
    assertNames("sort=status:desc", "Odd one", "Critical one", "Low one");
  }

  @Test
  void columnsAreSortedByTheirValue() {
    assertNames("sort=name:asc", "Critical one", "Low one", "Odd one");
    assertNames("sort=score:asc", "Odd one", "Low one", "Critical one");
    assertNames("sort=created_at:asc", "Low one", "Odd one", "Critical one");
  }

  @Test
  void anUnknownOrderIsTheDefaultAndAnUnknownDirectionDescends() {
    assertNames("sort=colour:asc", "Critical one", "Odd one", "Low one");
    assertNames("sort=name", "Critical one", "Odd one", "Low one");
    assertNames("sort=name:up", "Odd one", "Low one", "Critical one");
  }

  @Test
  void filtersNarrowTheListAndTheTotal() {
    assertNames("name=ONE&severity=low&severity=Critical", "Critical one", "Low one");
    assertNames("description=50%25", "Critical one");
    assertNames("threat_type=Spoofing", "Critical one", "Low one");
    assertNames("threat_type=Spoofing&threat_type=Tampering", "Critical one", "Odd one", "Low one");
    assertNames("mitigated=true", "Odd one");
    assertNames("status=open&status=closed", "Odd one", "Low one");
    assertNames("priority=immediate", "Critical one");
    assertNames("score_gt=2", "Critical one");
    assertNames("score_ge=2&score_lt=9", "Low one");
    assertNames("score_eq=9.8", "Critical one");
    assertNames("diagram_id=" + UUID.randomUUID());
    assertNames("cell_id=" + UUID.randomUUID());
    alice.get(model + "/threats?mitigated=true").then().body("total", equalTo(1));
  }

  @Test
  void timesAreExclusive() {
    String newest = alice.get(model + "/threats").path("threats[0].created_at");

    assertNames("created_after=" + newest);
    assertNames("created_before=" + newest, "Odd one", "Low one");
    assertNames("modified_after=" + newest);
  }

  @Test
  void whatIsNoFilterIsRefused() {
    for (String query :
        new String[] {
          "severity=weird",
          "mitigated=perhaps",
          "diagram_id=x",
          "score_gt=11",
          "score_lt=high",
          "limit=0",
          "created_after=now",
          "threat_type=%20",
          "include_deleted=1"
        }) {
      alice.get(model + "/threats?" + query).then().statusCode(400);
    }
  }

  @Test
  void deletedOnesAreShownToOwnersOnly() {
    String gone = alice.get(model + "/threats?name=odd").path("threats[0].id");
    alice.delete(model + "/threats/" + gone).then().statusCode(204);
    alice.share(model, "group everyone writer");
    Api bob = Api.as(tokens.person("bob" + UUID.randomUUID()));

    assertNames("limit=20", "Critical one", "Low one");
    assertNames("include_deleted=true", "Critical one", "Odd one", "Low one");
    bob.get(model + "/threats?include_deleted=true").then().statusCode(403);
    bob.get(model + "/threats?include_deleted=false").then().statusCode(200);
  }

  private void threat(String body) {
    alice.child(model, "threats", body);
  }

  private void assertNames(String query, String... names) {
    var list = alice.get(model + "/threats?offset=0&" + query).then().statusCode(200);
    if (names.length == 0) {
      list.body("threats", empty());
    } else {
      list.body("threats.name", contains(names));
    }
  }
}
