package tmi.model;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tmi.testkit.TestRedis;
import tmi.testkit.Tokens;

/// Redis may vanish and come back empty (promise 4): people who are signed in go on working. With
/// the limits on, for they ask Redis at each request.
@QuarkusTest
@RealStores
@TestProfile(RedisStoppedTest.Limited.class)
class RedisStoppedTest {
  Tokens tokens;
  TestRedis redis;

  @Test
  void everythingGoesOnWithoutRedis() {
    Api alice = Api.as(tokens.person("alice" + UUID.randomUUID()));
    String model = alice.model("Shop");
    redis.stop();
    try {
      work(alice, model);
    } finally {
      redis.start();
    }
    work(alice, model);
  }

  @Test
  void aRedisThatHangsHoldsNobodyUp() {
    Api alice = Api.as(tokens.person("alice" + UUID.randomUUID()));
    String model = alice.model("Shop");
    redis.hang();
    try {
      assertTimeout(Duration.ofSeconds(10), () -> work(alice, model));
    } finally {
      redis.goOn();
    }
  }

  public static class Limited implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("tmi.service.limit.disabled", "false");
    }
  }

  private static void work(Api alice, String model) {
    alice.get(model).then().statusCode(200);
    String threat = alice.child(model, "threats", "{'name':'T','threat_type':[]}");
    alice.patch(threat, "[{'op':'replace','path':'/name','value':'U'}]").then().statusCode(200);
    alice.share(model, "group everyone reader");
    String diagram = alice.child(model, "diagrams", "{'name':'D','type':'DFD-1.0.0'}");
    alice
        .put(diagram, "{'name':'E','type':'DFD-1.0.0','cells':[]}")
        .then()
        .statusCode(200)
        .body("name", equalTo("E"));
    alice.delete(threat).then().statusCode(204);
  }
}
