package tmi.service.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressServiceTest {
  private static final EgressLimits LIMITS =
      new EgressLimits(Duration.ofMillis(400), Duration.ofMillis(900), 4096, 16);
  private static final EgressPolicy LOOPBACK = new EgressPolicy(true, true);

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger resolutions = new AtomicInteger();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void hostAndBytesArriveAsGiven() {
    List<String> seen = new ArrayList<>();
    int port =
        serve(request ->
            request
                .body()
                .onSuccess(body -> {
                  seen.add(request.getHeader("Host") + " " + request.getHeader("X-A"));
                  seen.add(request.getHeader("Content-Length") + " " + body);
                  request.response().putHeader("X-TMI-Callback", "async").end("thanks");
                }));

    Reply reply = post("http://hooks.example.org:" + port + "/x", "127.0.0.1");

    assertThat(seen).containsExactly("hooks.example.org:" + port + " 1", "2 {}");
    assertThat(reply.isSuccess()).isTrue();
    assertThat(reply.header("x-tmi-callback")).contains("async");
    assertThat(reply.body()).asString().isEqualTo("thanks");
    assertThat(resolutions).hasValue(1);
  }

  @Test
  void oneClosedAddressAmongOpenOnesRefusesAll() {
    assertThatThrownBy(() -> post("http://a.example.org:9000/", "1.1.1.1", "10.0.0.1"))
        .isInstanceOf(EgressRefusal.class)
        .hasMessageNotContaining("10.0");
    assertThatThrownBy(() -> post("http://a.example.org:9000/", "fc00::1"))
        .isInstanceOf(EgressRefusal.class);
  }

  @Test
  void nameWithoutAddressIsAFailure() {
    assertThatThrownBy(() -> post("http://a.example.org:9000/")).hasMessage("host name not found");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectIsAnAnswerAndNotFollowed(int status) {
    AtomicInteger requests = new AtomicInteger();
    int port =
        serve(request -> {
          requests.incrementAndGet();
          request.response().setStatusCode(status).putHeader("Location", "/again").end();
        });

    assertThat(post("http://a.example.org:" + port + "/", "127.0.0.1").status()).isEqualTo(status);
    assertThat(requests).hasValue(1);
  }

  @Test
  void silenceIsCutAtTheLimit() {
    int port = serve(request -> request.pause());
    assertThatThrownBy(() -> post("http://a.example.org:" + port + "/", "127.0.0.1"))
        .isInstanceOf(EgressFailure.class)
        .hasMessage("no answer within the time limit");
  }

  @Test
  void dribbledBodyIsCutAtTheLimit() {
    int port =
        serve(request -> {
          request.response().setChunked(true).write("a");
          vertx.setPeriodic(100, tick -> request.response().write("a"));
        });
    assertThatThrownBy(() -> post("http://a.example.org:" + port + "/", "127.0.0.1"))
        .hasMessage("no complete answer within the time limit");
  }

  @Test
  void declaredLongBodyFails() {
    int port =
        serve(request -> request.response().putHeader("Content-Length", "2147483648").write("a"));
    assertThatThrownBy(() -> post("http://a.example.org:" + port + "/", "127.0.0.1"))
        .hasMessage("answer longer than the limit");
  }

  @Test
  void endlessBodyIsReadNoFurtherThanTheLimit() {
    int port =
        serve(request -> {
          request.response().setChunked(true);
          vertx.setPeriodic(1, tick -> request.response().write("0123456789".repeat(200)));
        });
    Reply reply = post("http://a.example.org:" + port + "/", "127.0.0.1");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).hasSize(16);
  }

  @Test
  void hugeHeadersAreRefused() {
    int port = serve(r -> r.response().putHeader("X-Big", "a".repeat(1 << 20)).end());
    assertThatThrownBy(() -> post("http://a.example.org:" + port + "/", "127.0.0.1"))
        .isInstanceOf(EgressFailure.class);
  }

  @Test
  void brokenOffBodyIsAFailure() {
    int port =
        serve(request -> {
          request.response().putHeader("Content-Length", "100").write("a");
          request.connection().close();
        });
    assertThatThrownBy(() -> post("http://a.example.org:" + port + "/", "127.0.0.1"))
        .isInstanceOf(EgressFailure.class);
  }

  @Test
  void closedPortIsRefusedWithoutItsAddress() {
    int port = serve(request -> {});
    server.close().toCompletionStage().toCompletableFuture().join();
    assertThatThrownBy(() -> post("http://a.example.org:" + port + "/", "127.0.0.1"))
        .hasMessage("connection refused");
  }

  private HttpServer server;

  private int serve(Handler<HttpServerRequest> handler) {
    server = vertx.createHttpServer().requestHandler(handler);
    return server
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .actualPort();
  }

  private Reply post(String url, String... addresses) {
    EgressService egress =
        new EgressService(
            vertx,
            host -> {
              resolutions.incrementAndGet();
              return Future.succeededFuture(
                  Arrays.stream(addresses).map(InetAddress::ofLiteral).toList());
            });
    return egress
        .post(Target.of(url, LOOPBACK), Map.of("X-A", "1"), "{}".getBytes(), LOOPBACK, LIMITS)
        .await()
        .atMost(Duration.ofSeconds(5));
  }
}
