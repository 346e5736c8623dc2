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
import tmi.testkit.Person;
import tmi.testkit.TestDatabase;
import tmi.testkit.Tokens;

/// Optimistic locking, the same for models, diagrams and threats (rest-behaviour section 12).
@QuarkusTest
@RealStores
class VersionsTest {
  private static final String TITLE = "[{'op':'replace','path':'/name','value':'B'}]";
  Tokens tokens;
  TestDatabase database;
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

  @Test
  void theTagOfWhatHoldsChildrenChangesWithTheCallersRoleAndWithEachChild() {
    String diagram = diagram();
    Person bob = tokens.person("bob" + UUID.randomUUID());
    UUID team = team();
    tokens.addTo(team, bob);
    alice.share(model, "user " + bob.providerId() + " reader", "group " + team + " writer");
    List<String> whole = List.of(model, diagram);
    List<String> asWriter = tags(Api.as(bob), whole);
    database.execute("delete from auth.group_members where group_id = ?", team);
    List<String> asReader = tags(Api.as(bob), whole);

    assertThat(asReader.get(0)).isNotEqualTo(asWriter.get(0));
    assertThat(asReader.get(1)).isNotEqualTo(asWriter.get(1));

    database.execute(
        "update diagram.diagrams set update_vector = update_vector + 1 where id = ?::uuid",
        diagram.substring(diagram.lastIndexOf('/') + 1));
    List<String> drawn = tags(Api.as(bob), whole);

    assertThat(drawn.get(0)).isNotEqualTo(asReader.get(0));
    assertThat(drawn.get(1)).isNotEqualTo(asReader.get(1)).startsWith("\"1-");
    alice.put(diagram, bodies.get(diagram), drawn.get(1)).then().statusCode(200);
  }

  private String diagram() {
    return bodies.keySet().stream().filter(at -> at.contains("/diagrams/")).findFirst().get();
  }

  private UUID team() {
    UUID group = UUID.randomUUID();
    database.execute(
        "insert into auth.groups (id, provider, name) values (?, 'tmi', ?)",
        group,
        group.toString());
    return group;
  }

  private static List<String> tags(Api api, List<String> addresses) {
    return addresses.stream().map(at -> api.get(at).header("ETag")).toList();
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
