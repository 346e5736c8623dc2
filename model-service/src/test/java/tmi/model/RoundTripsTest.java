package tmi.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.testkit.Tokens;

/// How often an operation waits for the database. Each is tried several times and the best counts,
/// because the service asks for revocations besides.
@QuarkusTest
@WithTestResource(CountedStores.class)
class RoundTripsTest {
  private static final String TITLE = "[{'op':'replace','path':'/name','value':'B'}]";
  Tokens tokens;
  Relay relay;
  Api alice;
  String model;
  String threat;
  String diagram;

  @BeforeEach
  void oneOfEach() {
    alice = Api.as(tokens.person("alice" + UUID.randomUUID()));
    model = alice.model("Shop");
    threat = alice.child(model, "threats", "{'name':'T','threat_type':[]}");
    diagram = alice.child(model, "diagrams", "{'name':'D','type':'DFD-1.0.0'}");
  }

  @Test
  void readsAskOnceWithTheRightToThem() {
    assertThat(trips(() -> alice.get("/threat_models"))).isEqualTo(1);
    assertThat(trips(() -> alice.get(model))).isEqualTo(1);
    assertThat(trips(() -> alice.get(threat))).isEqualTo(1);
    assertThat(trips(() -> alice.get(model + "/threats?sort=severity:desc"))).isEqualTo(1);
    assertThat(trips(() -> alice.get(model + "/diagrams"))).isEqualTo(1);
    assertThat(trips(() -> alice.get(threat + "/metadata"))).isEqualTo(1);
  }

  @Test
  void aDiagramIsFoundFirstAndItsContentIsRememberedForWhoMayWrite() {
    assertThat(trips(() -> alice.get(diagram))).isEqualTo(2);
  }

  @Test
  void wholeObjectsAreWrittenWithAuditAndEventInOneTrip() {
    assertThat(trips(() -> alice.post("/threat_models", "{'name':'A'}"))).isEqualTo(1);
    assertThat(trips(() -> alice.post(model + "/threats", "{'name':'T','threat_type':[]}")))
        .isEqualTo(1);
    assertThat(trips(() -> alice.put(threat, "{'name':'T','threat_type':[]}"))).isEqualTo(1);
    assertThat(trips(() -> alice.put(model + "/metadata/bulk", "[{'key':'a','value':'1'}]")))
        .isEqualTo(1);
  }

  @Test
  void aPatchReadsAndThenWrites() {
    assertThat(trips(() -> alice.patch(threat, TITLE))).isEqualTo(2);
    assertThat(trips(() -> alice.patch(model, TITLE))).isEqualTo(2);
  }

  @Test
  void aModelWithManyDiagramsGoesInAsManyTripsAsAnEmptyOne() {
    List<String> models = IntStream.range(0, 8).mapToObj(n -> alice.model("Shop " + n)).toList();
    List<String> empty = IntStream.range(0, 8).mapToObj(n -> alice.model("Void " + n)).toList();
    for (String each : models) {
      for (int n = 0; n < 20; n++) {
        alice.child(each, "diagrams", "{'name':'D','type':'DFD-1.0.0'}");
      }
    }

    assertThat(tripsToDelete(models)).isEqualTo(tripsToDelete(empty)).isLessThanOrEqualTo(5);
  }

  private int tripsToDelete(List<String> models) {
    Iterator<String> next = models.iterator();
    return trips(() -> alice.delete(next.next()).then().statusCode(204));
  }

  private int trips(Runnable operation) {
    int best = Integer.MAX_VALUE;
    for (int i = 0; i < 8; i++) {
      int before = relay.trips();
      operation.run();
      best = Math.min(best, relay.trips() - before);
    }
    return best;
  }
}
