package tmi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.testkit.Tokens;

/// Optimistic locking, the same for models, diagrams and threats (rest-behaviour section 12).
@QuarkusTest
@RealStores
class VersionsTest {
  private static final String TITLE = "[{'op':'replace','path':'/name','value':'B'}]";
  Tokens tokens;
  Api alice;
  String model;
  Map<String, String> bodies;

  @BeforeEach
  void oneOfEach() {
    alice = Api.as(tokens.person("alice" + UUID.randomUUID()));
    model = alice.model("Shop");
    bodies =
        Map.of(
            model,
            "{'name':'C'}",
            alice.child(model, "threats", "{'name':'T','threat_type':[]}"),
            "{'name':'C','threat_type':[]}",
            alice.child(model, "diagrams", "{'name':'D','type':'DFD-1.0.0'}"),
            "{'name':'C','type':'DFD-1.0.0','cells':[]}");
  }

  @Test
  void everyWriteRaisesTheVersion() {
    bodies.forEach((address, body) -> {
      alice.patch(address, TITLE).then().statusCode(200).header("ETag", equalTo("\"2\""));
      alice.put(address, body).then().statusCode(200).body("version", equalTo(3));
    });
  }

  @Test
  void aVersionThatIsNotStoredIsRefused() {
    bodies.forEach((address, body) -> {
      assertMismatch(alice.put(address, body, "\"7\""));
      assertMismatch(alice.patch(address, TITLE, Map.of("If-Match", "W/\"2\"")));
      alice.get(address).then().body("version", equalTo(1));
    });
  }

  @Test
  void aVersionThatIsStoredIsTakenInEveryForm() {
    bodies.forEach((address, body) -> {
      alice.put(address, body, "1").then().statusCode(200);
      alice.put(address, body, "\"2\"").then().statusCode(200);
      alice.put(address, body, "W/\"3\"").then().statusCode(200);
      alice.put(address, body, "*").then().statusCode(200).body("version", equalTo(5));
      alice.put(address, body, "five").then().statusCode(400);
      alice.put(address, body, "-5").then().statusCode(400);
    });
  }

  @Test
  void aLostRaceIsRunAgainWhenNobodyNamedAVersion() throws Exception {
    for (String address : bodies.keySet()) {
      List<Integer> statuses =
          atOnce(24, n -> alice.patch(address, TITLE.replace("B", "B" + n)).statusCode());

      assertThat(statuses).containsOnly(200);
      alice.get(address).then().body("version", equalTo(25));
    }
  }

  @Test
  void ofTwoWhoNameTheSameVersionOneWins() throws Exception {
    for (String address : bodies.keySet()) {
      List<Integer> statuses =
          atOnce(
              4,
              n ->
                  alice
                      .patch(address, TITLE.replace("B", "B" + n), Map.of("If-Match", "1"))
                      .statusCode());

      assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
    }
  }

  @Test
  void aliasesAreNotGivenTwice() throws Exception {
    List<Integer> aliases =
        atOnce(
            12, n -> alice.post(model + "/threats", "{'name':'T','threat_type':[]}").path("alias"));

    assertThat(aliases)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(2, 13).boxed().toList());
  }

  private static void assertMismatch(io.restassured.response.Response answer) {
    answer.then().statusCode(409).body("error", equalTo("version_mismatch"));
  }

  private static List<Integer> atOnce(int count, java.util.function.IntFunction<Integer> call)
      throws Exception {
    try (var threads = Executors.newFixedThreadPool(count)) {
      List<Callable<Integer>> calls =
          IntStream.range(0, count).<Callable<Integer>>mapToObj(n -> () -> call.apply(n)).toList();
      return threads.invokeAll(calls).stream().map(done -> done.resultNow()).toList();
    }
  }
}
