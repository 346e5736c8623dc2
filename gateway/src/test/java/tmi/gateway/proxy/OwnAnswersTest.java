package tmi.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Suite.class)
class OwnAnswersTest {
  private static final String STORES =
      """
      {"status":"UP","checks":[{"name":"database","status":"UP"},{"name":"redis","status":"UP"}]}
      """;

  private final URI gateway = Suite.door;

  private Wire wire;

  @BeforeEach
  void connect() {
    wire = Wire.to(gateway);
    Suite.model1.readiness = STORES;
    Suite.model2.readiness = STORES;
  }

  @Test
  void theStatusIsOkWhileAllServicesAreReady() {
    await().until(() -> status().getJsonObject("status").getString("code").equals("ok"));
    JsonObject status = status();

    assertThat(status.containsKey("health")).isFalse();
    assertThat(status.getJsonObject("service").getString("name")).isEqualTo("TMI");
    assertThat(status.getJsonObject("service").getString("build")).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(status.getJsonObject("api").getString("specification")).endsWith("/openapi.json");
  }

  @Test
  void aLostStoreDegradesTheStatusWhichStays200() {
    String lost =
        STORES.replace("\"database\",\"status\":\"UP\"", "\"database\",\"status\":\"DOWN\"");
    Suite.model1.readiness = lost.replaceFirst("\"UP\"", "\"DOWN\"");
    Suite.model2.readiness = Suite.model1.readiness;

    await().until(() -> status().getJsonObject("status").getString("code").equals("degraded"));
    JsonObject database = status().getJsonObject("health").getJsonObject("database");
    assertThat(database.getString("status")).isEqualTo("unhealthy");
    assertThat(database.getString("message")).contains("ping failed");
  }

  @Test
  void aBrowserIsSentToTheApplication() {
    HttpResponse<String> answer = wire.get("/", "Accept", "text/html,application/xhtml+xml");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).contains("/app/");
  }

  @Test
  void anUnbuiltApplicationSaysHowToBuildIt() {
    HttpResponse<String> answer = wire.get("/app/models");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("./tmi up", "target/no-web-files");
  }

  @Test
  void clientsLearnTheirSettings() {
    HttpResponse<String> answer = wire.get("/config");
    JsonObject config = new JsonObject(answer.body());

    assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=300");
    assertThat(answer.headers().allValues("Vary")).contains("Accept");
    assertThat(config.getJsonObject("features").getBoolean("websocket_enabled")).isTrue();
    assertThat(config.getJsonObject("ui").getString("default_theme")).isEqualTo("auto");
    assertThat(config.getJsonArray("content_providers")).isEmpty();
  }

  @Test
  void clientsLearnWhereTheLiveServiceIs() {
    JsonObject info = new JsonObject(wire.get("/api/server-info").body());

    assertThat(info.getBoolean("tls_enabled")).isFalse();
    assertThat(info.getString("websocket_base_url")).startsWith("ws://");
  }

  @Test
  void theJoinedDocumentIsServedAndRemembered() {
    HttpResponse<String> answer = wire.get("/openapi.json");
    String tag = answer.headers().firstValue("ETag").orElseThrow();

    assertThat(new JsonObject(answer.body()).getString("openapi")).isEqualTo("3.0.3");
    assertThat(wire.get("/openapi.json", "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void ownAnswersAreOnlyReadAndOnlyAsJson() {
    HttpResponse<String> write = wire.send("POST", "/config", "{}");
    assertThat(write.statusCode()).isEqualTo(405);
    assertThat(write.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
    assertThat(wire.get("/config", "Accept", "image/png").statusCode()).isEqualTo(406);
    assertThat(wire.send("HEAD", "/config", null).statusCode()).isEqualTo(200);
  }

  private JsonObject status() {
    HttpResponse<String> answer = wire.get("/");
    assertThat(answer.statusCode()).isEqualTo(200);
    return new JsonObject(answer.body());
  }
}
