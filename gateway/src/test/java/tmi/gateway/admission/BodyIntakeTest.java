package tmi.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.gateway.guard.BodyLimit;
import tmi.gateway.guard.GuardConfig;
import tmi.kernel.problem.Problem;
import tmi.testkit.Awaits;

/// Bodies from real sockets, with room for 10,000 bytes and 6,000 of an address.
class BodyIntakeTest {
  private final Vertx vertx = Vertx.vertx();
  private final List<Body> bodies = new CopyOnWriteArrayList<>();
  private final List<Problem> refusals = new CopyOnWriteArrayList<>();
  private BodyIntake intake;
  private HttpServer server;

  @BeforeEach
  void listen() {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withConverter(MemorySize.class, 200, new MemorySizeConverter())
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(AdmissionConfig.class)
            .withMapping(GuardConfig.class)
            .withSources(
                new PropertiesConfigSource(
                    Map.of(
                        "tmi.gateway.admission.bodies", "10000",
                        "tmi.gateway.admission.bodies-of-address", "6000",
                        "tmi.gateway.guard.body-limit", "5000"),
                    "test",
                    500))
            .build();
    intake =
        new BodyIntake(
            vertx,
            config.getConfigMapping(AdmissionConfig.class),
            new BodyLimit(config.getConfigMapping(GuardConfig.class)));
    server =
        vertx
            .createHttpServer()
            .requestHandler(this::take)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aBodyIsThereWholeAndItsRoomIsGivenBack() throws IOException {
    try (Socket one = send("a", 5000, 5000)) {
      Awaits.until("it is there", () -> bodies.size() == 1);

      assertThat(bodies.getFirst().bytes().length()).isEqualTo(5000);
      assertThat(intake.held()).isEqualTo(5000);
      bodies.getFirst().release().run();
      bodies.getFirst().release().run();
      assertThat(intake.held()).isZero();
      assertThat(one.isConnected()).isTrue();
    }
  }

  @Test
  void anAddressThatSendsManyAtOnceIsRefusedAndAnotherIsNot() throws IOException {
    try (Socket one = send("a", 5000, 4000);
        Socket two = send("a", 5000, 4000);
        Socket other = send("b", 4000, 4000)) {
      Awaits.until("the other's is there", () -> bodies.size() == 1 && refusals.size() == 1);

      assertThat(refusals.getFirst().status()).isEqualTo(429);
      assertThat(refusals.getFirst().retryAfterSeconds()).isPositive();
    }
  }

  @Test
  void beyondTheRoomForAllEverybodyIsToldToComeAgain() throws IOException {
    try (Socket one = send("a", 5000, 4000);
        Socket two = send("b", 5000, 4000)) {
      Awaits.until("both are under way", () -> intake.held() == 8000);
      try (Socket three = send("c", 5000, 4000)) {
        Awaits.until("the third is refused", () -> refusals.size() == 1);

        assertThat(refusals.getFirst().status()).isEqualTo(503);
        assertThat(refusals.getFirst().retryAfterSeconds()).isPositive();
      }
    }
    Awaits.until("who left holds nothing", () -> intake.held() == 0);
  }

  @Test
  void theRoomIsNeverMoreThanASmallHeapBears() {
    assertThat(BodyIntake.room(64, 1000)).isEqualTo(64);
    assertThat(BodyIntake.room(64, 160)).isEqualTo(32);
  }

  @Test
  void aBodyOverItsLimitIsRefusedToldOrNot() throws IOException {
    try (Socket told = send("a", 5001, 10);
        Socket untold = connect()) {
      write(untold, "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
      write(untold, "1389\r\n" + "x".repeat(5001) + "\r\n");
      Awaits.until("both are refused", () -> refusals.size() == 2);

      assertThat(refusals).extracting(Problem::status).containsOnly(413);
      assertThat(intake.held()).isZero();
    }
  }

  private void take(HttpServerRequest request) {
    request.pause();
    intake
        .read(request, "/x", String.valueOf(request.getHeader("From")))
        .onSuccess(bodies::add)
        .onFailure(failure -> {
          if (failure instanceof Problem problem) {
            refusals.add(problem);
          }
        });
  }

  private Socket send(String from, int told, int sent) throws IOException {
    Socket socket = connect();
    write(
        socket,
        "POST /x HTTP/1.1\r\nHost: a\r\nFrom: %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(from, told, "x".repeat(sent)));
    return socket;
  }

  private Socket connect() throws IOException {
    return new Socket("127.0.0.1", server.actualPort());
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
