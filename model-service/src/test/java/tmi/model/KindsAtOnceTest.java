package tmi.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.testkit.Tokens;

/// Writers of one model's different kinds at once: nobody waits for a lock that the other one waits
/// to get, which the database would end after a second with a refusal to one of them.
@QuarkusTest
@RealStores
class KindsAtOnceTest {
  private static final int ROUNDS = 40;
  Tokens tokens;
  Api alice;
  String model;

  @BeforeEach
  void model() {
    alice = Api.as(tokens.person("alice" + UUID.randomUUID()));
    model = alice.model("Shop");
  }

  @Test
  void aModelIsRenamedWhileThreatsAndDiagramsAreMadeInIt() throws Exception {
    assertThat(
            atOnce(
                List.of(
                    () -> alice.patch(model, "[{'op':'replace','path':'/name','value':'B'}]"),
                    () -> alice.put(model, "{'name':'C'}"),
                    () -> alice.post(model + "/threats", "{'name':'T','threat_type':[]}"),
                    () -> alice.post(model + "/diagrams", "{'name':'D','type':'DFD-1.0.0'}"),
                    () -> alice.merge(model + "/metadata/bulk", "[{'key':'a','value':'1'}]"))))
        .noneMatch(status -> status >= 500);
  }

  @Test
  void threatsAreTiedToADiagramWhileItIsWrittenTo() throws Exception {
    String diagram = alice.child(model, "diagrams", "{'name':'D','type':'DFD-1.0.0'}");
    String threat = alice.child(model, "threats", "{'name':'T','threat_type':[]}");
    String tie = "[{'op':'replace','path':'/diagram_id','value':%s}]";
    String id = "'" + diagram.substring(diagram.lastIndexOf('/') + 1) + "'";

    assertThat(
            atOnce(
                List.of(
                    () -> alice.patch(threat, tie.formatted(id)),
                    () -> alice.patch(threat, tie.formatted("null")),
                    () -> alice.patch(diagram, "[{'op':'replace','path':'/name','value':'E'}]"),
                    () -> alice.merge(diagram + "/metadata/bulk", "[{'key':'a','value':'1'}]"))))
        .noneMatch(status -> status >= 500);
  }

  /// The statuses of all calls, each made so many times, the kinds side by side.
  private static List<Integer> atOnce(List<Supplier<Response>> calls) throws Exception {
    List<Integer> statuses = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<List<Integer>>> kinds = new ArrayList<>();
      calls.forEach(call -> kinds.add(() -> repeated(call)));
      for (Future<List<Integer>> kind : threads.invokeAll(kinds)) {
        statuses.addAll(kind.get());
      }
    }
    return statuses;
  }

  private static List<Integer> repeated(Supplier<Response> call) {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      statuses.add(call.get().statusCode());
    }
    return statuses;
  }
}
