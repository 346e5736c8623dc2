package tmi.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tmi.testkit.Awaits;

@QuarkusTest
@WithTestResource(Suite.class)
class SlowSendersTest {
  private static final int MORE_THAN_CONNECTIONS = 260;
  private static final int OPEN_OF_ADDRESS = 20;

  private final Wire wire = Wire.to(Suite.door);
  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void slowSendersHoldNoServicesConnection() throws IOException {
    Suite.auth.asked.clear();
    for (int i = 0; i < MORE_THAN_CONNECTIONS; i++) {
      begin("POST /oauth2/token HTTP/1.1", "Host: a", "Content-Length: 1000", "", "a");
    }

    assertThat(wire.get("/me").body()).isEqualTo("auth");
    assertThat(Suite.auth.asked).containsExactly("GET /me");
  }

  @Test
  void aBodyThatComesTooSlowlyIsRefusedInTheOneShape() throws IOException {
    Socket slow = begin("POST /me/count HTTP/1.1", "Host: a", "Content-Length: 5000", "", "abc");

    assertThat(rest(slow))
        .startsWith("HTTP/1.1 408")
        .contains("\"error\":\"request_timeout\"", "1024 bytes a second")
        .containsIgnoringCase("x-content-type-options: nosniff");
  }

  @Test
  void halfHeadsAreClosedHoweverTheyDrip() throws IOException {
    for (int i = 0; i < 50; i++) {
      begin("GET /me HTTP/1.1", "Host: a", "X-Half: b");
    }
    for (Socket socket : sockets) {
      assertThat(drip(socket)).isTrue();
    }
  }

  @Test
  void oneAddressHasSoManyRequestsOpenAndOthersGoOn() throws IOException {
    for (int i = 0; i < OPEN_OF_ADDRESS; i++) {
      begin(
          "POST /me/count HTTP/1.1",
          "Host: a",
          "X-Forwarded-For: 203.0.113.77",
          "Content-Length: 9000",
          "",
          "a".repeat(8000));
    }
    Awaits.untilAsserted(() -> {
      var refused = wire.get("/me", "X-Forwarded-For", "203.0.113.77");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.body()).contains("rate_limit_exceeded", "More than 20 requests");
      assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    });
    assertThat(wire.get("/me", "X-Forwarded-For", "203.0.113.78").statusCode()).isEqualTo(200);

    hangUp();
    Awaits.until(
        "the places are free again",
        () -> wire.get("/me", "X-Forwarded-For", "203.0.113.77").statusCode() == 200);
  }

  private Socket begin(String... lines) throws IOException {
    Socket socket = new Socket(Suite.door.getHost(), Suite.door.getPort());
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(String.join("\r\n", lines).getBytes(StandardCharsets.US_ASCII));
    sockets.add(socket);
    return socket;
  }

  private static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
  }

  /// Sends a byte whenever none came back, until the other side hangs up.
  private static boolean drip(Socket socket) throws IOException {
    socket.setSoTimeout(200);
    long end = System.nanoTime() + 20_000_000_000L;
    while (System.nanoTime() < end) {
      try {
        socket.getOutputStream().write('c');
        if (socket.getInputStream().read() < 0) {
          return true;
        }
      } catch (SocketTimeoutException e) {
        continue;
      } catch (IOException e) {
        return true; // reset
      }
    }
    return false;
  }
}
