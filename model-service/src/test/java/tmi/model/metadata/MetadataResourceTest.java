package tmi.model.metadata;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.model.Api;
import tmi.model.RealStores;
import tmi.testkit.Tokens;

/// The same for every parent (rest-behaviour section 17).
@QuarkusTest
@RealStores
class MetadataResourceTest {
  Tokens tokens;
  Api alice;
  List<String> parents;

  @BeforeEach
  void oneOfEach() {
    alice = Api.as(tokens.person("alice" + UUID.randomUUID()));
    String model = alice.model("Shop");
    parents =
        List.of(
            model,
            alice.child(model, "threats", "{'name':'T','threat_type':[]}"),
            alice.child(model, "diagrams", "{'name':'D','type':'DFD-1.0.0'}"));
  }

  @Test
  void pairsAreAddedReadChangedAndTakenAway() {
    for (String parent : parents) {
      String at = parent + "/metadata";
      alice.post(at, "{'key':'b','value':'2'}").then().statusCode(201).body("key", equalTo("b"));
      alice.post(at, "{'key':'a.x:y','value':'1 & 1'}").then().statusCode(201);
      alice.get(at).then().statusCode(200).body("key", contains("a.x:y", "b"));
      alice.get(at + "/a.x:y").then().statusCode(200).body("value", equalTo("1 & 1"));
      alice.put(at + "/b", "{'value':'3'}").then().statusCode(200).body("value", equalTo("3"));
      alice.delete(at + "/b").then().statusCode(204);
      alice.get(at).then().body("key", contains("a.x:y"));
      alice.get(parent).then().body("version", equalTo(5)).body("metadata", hasSize(1));
    }
  }

  @Test
  void aKeyIsThereOnceAndAnAbsentOneIsNotFound() {
    for (String parent : parents) {
      String at = parent + "/metadata";
      alice.post(at, "{'key':'a','value':'1'}").then().statusCode(201);
      alice.post(at, "{'key':'a','value':'2'}").then().statusCode(409);
      alice.put(at + "/z", "{'value':'3'}").then().statusCode(404);
      alice.get(at + "/z").then().statusCode(404);
      alice.delete(at + "/z").then().statusCode(404);
      alice.get(at).then().body("value", contains("1"));
    }
  }

  @Test
  void severalAreAddedMergedAndReplacedAtOnce() {
    for (String parent : parents) {
      String at = parent + "/metadata";
      alice.post(at + "/bulk", pairs("a", "b")).then().statusCode(201).body("", hasSize(2));
      alice.post(at + "/bulk", pairs("c", "a")).then().statusCode(409);
      alice.get(at).then().body("key", contains("a", "b"));
      alice.merge(at + "/bulk", pairs("b", "c")).then().statusCode(200).body("", hasSize(3));
      alice.put(at + "/bulk", pairs("d")).then().statusCode(200).body("key", contains("d"));
      alice.put(at + "/bulk", "[]").then().statusCode(200).body("", empty());
      alice.post(at + "/bulk", "[]").then().statusCode(400);
      alice.merge(at + "/bulk", "[]").then().statusCode(400);
    }
  }

  @Test
  void limitsHold() {
    String at = parents.getFirst() + "/metadata";
    alice.post(at, "{'key':'a/b','value':'1'}").then().statusCode(400);
    alice.post(at, "{'key':'a b','value':'1'}").then().statusCode(400);
    alice.post(at, "{'key':'a','value':' '}").then().statusCode(400);
    alice.post(at, "{'key':'a','value':'<script>x</script>'}").then().statusCode(400);
    alice.post(at, "{'key':'a','value':'1','more':1}").then().statusCode(400);
    alice.post(at + "/bulk", pairs("a", "a")).then().statusCode(400);
    alice.post(at, "{'key':'a','value':'" + "é".repeat(513) + "'}").then().statusCode(400);
    for (int part = 0; part < 5; part++) {
      alice.post(at + "/bulk", twenty("p" + part)).then().statusCode(201);
    }
    alice.post(at, "{'key':'more','value':'1'}").then().statusCode(400);
    alice.merge(at + "/bulk", twenty("p0")).then().statusCode(200).body("", hasSize(100));
  }

  @Test
  void aKeyThatAnAddressTakesForAStepIsRefusedAndTheParentLives() {
    for (String parent : parents) {
      String at = parent + "/metadata";
      for (String key : List.of(".", "..")) {
        alice.post(at, "{'key':'" + key + "','value':'v'}").then().statusCode(400);
        alice.post(at + "/bulk", pairs("a", key)).then().statusCode(400);
        alice.merge(at + "/bulk", pairs(key)).then().statusCode(400);
        alice
            .put(at + "/bulk", pairs(key))
            .then()
            .statusCode(400)
            .body("error_description", containsString("metadata key"));
        alice
            .patch(
                parent,
                "[{'op':'add','path':'/metadata/-','value':{'key':'" + key + "','value':'v'}}]")
            .then()
            .statusCode(400);
      }
      alice.get(parent).then().statusCode(200).body("metadata", empty());
    }
  }

  @Test
  void noWholeObjectBringsSuchAKey() {
    String pairs = "'metadata':[{'key':'..','value':'v'}]";
    String model = parents.getFirst();

    alice.post("/threat_models", "{'name':'M'," + pairs + "}").then().statusCode(400);
    alice.put(model, "{'name':'M'," + pairs + "}").then().statusCode(400);
    alice
        .post(model + "/threats", "{'name':'T','threat_type':[]," + pairs + "}")
        .then()
        .statusCode(400);
    alice
        .post(model + "/threats/bulk", "[{'name':'T','threat_type':[]," + pairs + "}]")
        .then()
        .statusCode(400);
    alice.put(parents.get(1), "{'name':'T','threat_type':[]," + pairs + "}").then().statusCode(400);
    alice
        .put(parents.get(2), "{'name':'D','type':'DFD-1.0.0','cells':[]," + pairs + "}")
        .then()
        .statusCode(400);
  }

  @Test
  void aValueIsStoredAsItWasWritten() {
    for (String parent : parents) {
      String at = parent + "/metadata";
      for (String value : List.of("if x<y then z", "List<String>", "&lt;b&gt; & <b>", "AT&amp;T")) {
        alice
            .post(at, "{'key':'k','value':'" + value + "'}")
            .then()
            .statusCode(201)
            .body("value", equalTo(value));
        String read = alice.get(at + "/k").path("value");
        alice
            .put(at + "/k", "{'value':'" + read + "'}")
            .then()
            .statusCode(200)
            .body("value", equalTo(value));
        alice.delete(at + "/k").then().statusCode(204);
      }
    }
  }

  private static String twenty(String prefix) {
    String[] keys = new String[20];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = prefix + "-" + i;
    }
    return pairs(keys);
  }

  private static String pairs(String... keys) {
    return "["
        + String.join(
            ",", List.of(keys).stream().map(k -> "{'key':'" + k + "','value':'1'}").toList())
        + "]";
  }
}
