package tmi.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tmi.testkit.Person;
import tmi.testkit.Tokens;

/// Every operation by every role: who may do what.
@QuarkusTest
@RealStores
class RolesTest {
  private static final String TITLE = "[{'op':'replace','path':'/name','value':'B'}]";
  private static final String THREAT = "{'name':'T','threat_type':[]}";
  private static final String PAIR = "{'key':'%s','value':'1'}";
  Tokens tokens;

  /// An operation, and the least role it needs: 1 reader, 2 writer, 3 owner.
  record Operation(String name, int needs, Function<Caller, Response> call) {}

  /// Somebody with an api, and a fresh model to try it on.
  record Caller(Api api, String model, String diagram, String threat) {}

  @Test
  void eachRoleMayDoWhatItMayAndNoMore() {
    Person owner = tokens.person("owner" + UUID.randomUUID());
    Map<Integer, Person> people =
        Map.of(
            0, tokens.person("nobody" + UUID.randomUUID()),
            1, tokens.person("reader" + UUID.randomUUID()),
            2, tokens.person("writer" + UUID.randomUUID()),
            3, tokens.person("coowner" + UUID.randomUUID()));
    List<String> faults = new ArrayList<>();

    for (Operation operation : operations()) {
      for (int role = 0; role <= 3; role++) {
        int status = operation.call().apply(caller(owner, people, role)).statusCode();
        boolean allowed = status < 300;
        if (allowed != role >= operation.needs() || (!allowed && status != 403)) {
          faults.add(operation.name() + " by role " + role + " answered " + status);
        }
      }
    }

    assertThat(faults).isEmpty();
  }

  @Test
  void aServiceAccountReadsAndMakesModelsAndWritesNothingInThem() {
    Person owner = tokens.person("owner" + UUID.randomUUID());
    Api human = Api.as(owner);
    String model = human.model("Shop");
    String token = tokens.signed(owner, Map.of("sub", "sa:robot:" + owner.providerId()));
    Api machine =
        Api.as(
            new Person(
                owner.id(),
                owner.providerId(),
                owner.email(),
                owner.name(),
                owner.sessionId(),
                owner.tokenId(),
                token));

    machine.get(model).then().statusCode(200);
    machine.post("/threat_models", "{'name':'A'}").then().statusCode(201);
    machine.put(model, "{'name':'A'}").then().statusCode(403);
    machine.patch(model, TITLE).then().statusCode(403);
    machine.post(model + "/threats", THREAT).then().statusCode(403);
    machine.post(model + "/metadata", PAIR.formatted("k")).then().statusCode(403);
    machine.delete(model).then().statusCode(403);
  }

  private Caller caller(Person owner, Map<Integer, Person> people, int role) {
    Api api = Api.as(owner);
    String model = api.model("Shop");
    String diagram = api.child(model, "diagrams", "{'name':'D','type':'DFD-1.0.0'}");
    String threat = api.child(model, "threats", THREAT);
    for (String parent : List.of(model, diagram, threat)) {
      api.post(parent + "/metadata", PAIR.formatted("k")).then().statusCode(201);
    }
    if (role > 0) {
      String word = List.of("reader", "writer", "owner").get(role - 1);
      api.share(model, "user " + people.get(role).providerId() + " " + word);
    } else {
      api.share(model);
    }
    return new Caller(Api.as(people.get(role)), model, diagram, threat);
  }

  private static List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    add(all, "GET model", 1, c -> c.api().get(c.model()));
    add(all, "PUT model", 2, c -> c.api().put(c.model(), "{'name':'B'}"));
    add(all, "PATCH model", 2, c -> c.api().patch(c.model(), TITLE));
    add(all, "DELETE model", 3, c -> c.api().delete(c.model()));
    add(
        all,
        "PATCH list",
        3,
        c -> c.api().patch(c.model(), "[{'op':'replace','path':'/authorization','value':[]}]"));
    add(all, "list diagrams", 1, c -> c.api().get(c.model() + "/diagrams"));
    add(
        all,
        "POST diagram",
        2,
        c -> c.api().post(c.model() + "/diagrams", "{'name':'D','type':'DFD-1.0.0'}"));
    add(all, "GET diagram", 1, c -> c.api().get(c.diagram()));
    add(
        all,
        "PUT diagram",
        2,
        c -> c.api().put(c.diagram(), "{'name':'D','type':'DFD-1.0.0','cells':[]}"));
    add(all, "PATCH diagram", 2, c -> c.api().patch(c.diagram(), TITLE));
    add(all, "DELETE diagram", 3, c -> c.api().delete(c.diagram()));
    add(all, "list threats", 1, c -> c.api().get(c.model() + "/threats"));
    add(all, "POST threat", 2, c -> c.api().post(c.model() + "/threats", THREAT));
    add(all, "GET threat", 1, c -> c.api().get(c.threat()));
    add(all, "PUT threat", 2, c -> c.api().put(c.threat(), THREAT));
    add(all, "PATCH threat", 2, c -> c.api().patch(c.threat(), TITLE));
    add(all, "DELETE threat", 2, c -> c.api().delete(c.threat()));
    addBulk(all);
    addMetadata(all, "model", Caller::model);
    addMetadata(all, "diagram", Caller::diagram);
    addMetadata(all, "threat", Caller::threat);
    return all;
  }

  private static void addBulk(List<Operation> all) {
    add(
        all,
        "POST threats/bulk",
        2,
        c -> c.api().post(c.model() + "/threats/bulk", "[" + THREAT + "]"));
    add(
        all,
        "PUT threats/bulk",
        2,
        c ->
            c.api()
                .put(
                    c.model() + "/threats/bulk",
                    "[{'id':'" + id(c.threat()) + "','name':'T','threat_type':[]}]"));
    add(
        all,
        "PATCH threats/bulk",
        2,
        c ->
            c.api()
                .merge(
                    c.model() + "/threats/bulk",
                    "{'patches':[{'id':'" + id(c.threat()) + "','operations':" + TITLE + "}]}"));
    add(
        all,
        "DELETE threats/bulk",
        2,
        c -> c.api().delete(c.model() + "/threats/bulk?threat_ids=" + id(c.threat())));
  }

  private static void addMetadata(List<Operation> all, String of, Function<Caller, String> parent) {
    String pairs = "[" + PAIR.formatted("n") + "]";
    Function<Caller, String> at = c -> parent.apply(c) + "/metadata";
    add(all, "list metadata of " + of, 1, c -> c.api().get(at.apply(c)));
    add(all, "POST metadata of " + of, 2, c -> c.api().post(at.apply(c), PAIR.formatted("n")));
    add(all, "POST bulk of " + of, 2, c -> c.api().post(at.apply(c) + "/bulk", pairs));
    add(all, "PATCH bulk of " + of, 2, c -> c.api().merge(at.apply(c) + "/bulk", pairs));
    add(all, "PUT bulk of " + of, 2, c -> c.api().put(at.apply(c) + "/bulk", pairs));
    add(all, "GET key of " + of, 1, c -> c.api().get(at.apply(c) + "/k"));
    add(all, "PUT key of " + of, 2, c -> c.api().put(at.apply(c) + "/k", "{'value':'2'}"));
    add(all, "DELETE key of " + of, 2, c -> c.api().delete(at.apply(c) + "/k"));
  }

  private static void add(
      List<Operation> all, String name, int needs, Function<Caller, Response> call) {
    all.add(new Operation(name, needs, call));
  }

  private static String id(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }
}
