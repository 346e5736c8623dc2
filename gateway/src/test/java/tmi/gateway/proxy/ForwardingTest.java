package tmi.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Suite.class)
class ForwardingTest {
  private static final int MB = 1024 * 1024;

  private final URI gateway = Suite.door;

  private Wire wire;

  @BeforeEach
  void connect() {
    wire = Wire.to(gateway);
  }

  @Test
  void eachPathReachesItsService() {
    assertThat(wire.get("/me").body()).isEqualTo("auth");
    assertThat(wire.get("/threat_models?limit=2").body()).startsWith("model-");
    assertThat(wire.get("/ws/ticket").body()).isEqualTo("collab");
    assertThat(wire.get("/addons").body()).isEqualTo("webhook");
  }

  @Test
  void replicasTakeTurns() {
    Set<String> served = new HashSet<>();
    for (int i = 0; i < 4; i++) {
      served.add(wire.get("/threat_models").body());
    }
    assertThat(served).containsExactlyInAnyOrder("model-1", "model-2");
  }

  @Test
  void aDeadReplicaIsNotNoticedByAnybody() {
    Suite.model1.stop();
    try {
      for (int i = 0; i < 6; i++) {
        assertThat(wire.send("POST", "/threat_models/7/count", "12345").body()).isEqualTo("5");
        assertThat(wire.get("/threat_models").body()).isEqualTo("model-2");
      }
    } finally {
      Suite.model1.startAgain();
    }
    await().until(() -> wire.get("/threat_models").body().equals("model-1"));
  }

  @Test
  void aServiceWithoutReplicasIs503InTheOneShape() {
    Suite.webhook.stop();
    try {
      HttpResponse<String> answer = wire.send("POST", "/addons", "{}");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(new JsonObject(answer.body()).getString("error")).isEqualTo("service_unavailable");
      assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    } finally {
      Suite.webhook.startAgain();
    }
    await().until(() -> wire.get("/addons").statusCode() == 200);
  }

  @Test
  void aRepeatableRequestIsRepeatedAndOthersAreNot() {
    Suite.model1.asked.clear();
    Suite.model2.asked.clear();

    assertThat(wire.get("/threat_models/7/break").statusCode()).isEqualTo(502);
    assertThat(Suite.model1.asked).contains("GET /threat_models/7/break");
    assertThat(Suite.model2.asked).contains("GET /threat_models/7/break");

    Suite.model1.asked.clear();
    Suite.model2.asked.clear();
    HttpResponse<String> answer = wire.send("POST", "/threat_models/7/break", "{}");
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(new JsonObject(answer.body()).getString("error")).isEqualTo("bad_gateway");
    assertThat(Suite.model1.asked.size() + Suite.model2.asked.size()).isEqualTo(1);
  }

  @Test
  void aSlowServiceIsWaitedForButNotForEver() {
    assertThat(wire.get("/me/slow").body()).isEqualTo("late");

    HttpResponse<String> mute = wire.get("/me/mute");
    assertThat(mute.statusCode()).isEqualTo(503);
    assertThat(mute.body()).contains("did not answer in time");
  }

  @Test
  void largeAnswersStreamThroughAndWaitForTheirReader() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/me/stream?mb=64")).build();
    try (InputStream answer = wire.client().send(request, BodyHandlers.ofInputStream()).body()) {
      assertThat(answer.readNBytes(MB)).hasSize(MB);
      await().until(() -> settled());
      assertThat(Suite.auth.written.get()).isLessThan(32L * MB);
      assertThat(countRest(answer)).isEqualTo(63L * MB);
    }
  }

  @Test
  void bodiesUpToTheLimitStreamThrough() {
    String body = "x".repeat(2 * MB);

    assertThat(wire.send("POST", "/me/count", body).body()).isEqualTo(String.valueOf(2 * MB));
    assertThat(wire.send("POST", "/threat_models/import", body + body).statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyOverTheLimitIs413ToldOrNot() {
    byte[] body = new byte[3 * MB];
    HttpRequest told =
        HttpRequest.newBuilder(gateway.resolve("/me/count"))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    HttpRequest untold =
        HttpRequest.newBuilder(gateway.resolve("/me/count"))
            .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body)))
            .build();
    for (HttpRequest request : new HttpRequest[] {told, untold}) {
      HttpResponse<String> answer = wire.send(request);
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(new JsonObject(answer.body()).getString("error")).isEqualTo("payload_too_large");
    }
  }

  @Test
  void aServiceIsToldWhoAsksAndNothingForged() {
    JsonObject told =
        new JsonObject(
            wire.get(
                    "/me/headers?a=%2F1",
                    "Authorization",
                    "Bearer t",
                    "X-Forwarded-For",
                    "203.0.113.9",
                    "X-Real-IP",
                    "6.6.6.6",
                    "Forwarded",
                    "for=6.6.6.6",
                    "X-Request-ID",
                    "trace-1")
                .body());

    assertThat(told.getString("uri")).isEqualTo("/me/headers?a=%2F1");
    assertThat(told.getString("authorization")).isEqualTo("Bearer t");
    assertThat(told.getString("x-forwarded-for")).isEqualTo("203.0.113.9, 127.0.0.1");
    assertThat(told.getString("x-forwarded-host")).isEqualTo(gateway.getAuthority());
    assertThat(told.getString("x-request-id")).isEqualTo("trace-1");
    assertThat(told.getString("x-real-ip")).isEqualTo("203.0.113.9");
    assertThat(told.fieldNames()).doesNotContain("forwarded", "connection");
  }

  @Test
  void answersWithoutABodyPassAsTheyAre() {
    assertThat(wire.send("DELETE", "/me/empty", null).statusCode()).isEqualTo(204);
    HttpResponse<String> head = wire.send("HEAD", "/me", null);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Length")).contains("4");
    assertThat(head.body()).isEmpty();
  }

  @Test
  void anOutsiderWhoLeavesDoesNotHoldTheService() throws Exception {
    int before = Suite.auth.cutOff.get();
    try (java.net.Socket socket = new java.net.Socket(gateway.getHost(), gateway.getPort())) {
      socket.getOutputStream().write("GET /me/stream?mb=64 HTTP/1.1\r\nHost: a\r\n\r\n".getBytes());
      socket.getInputStream().read();
    }
    await().until(() -> Suite.auth.cutOff.get() > before);
  }

  private boolean settled() throws IOException {
    long before = Suite.auth.written.get();
    wire.get("/me"); // a whole round trip: time enough for more to be written, were it taken
    return before > 0 && before == Suite.auth.written.get();
  }

  private static long countRest(InputStream in) throws IOException {
    byte[] part = new byte[64 * 1024];
    long total = 0;
    for (int n = in.read(part); n >= 0; n = in.read(part)) {
      total += n;
    }
    return total;
  }
}
