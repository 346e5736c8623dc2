package tmi.packaging.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AllReadyTest {

  private final ArrayList<HttpServer> servers = new ArrayList<>();

  @AfterEach
  void stop() {
    servers.forEach(server -> server.stop(0));
  }

  @Test
  void allWhoAnswerTwoHundredAreReady() throws Exception {
    assertThat(Script.run("all-ready", service(200), service(200)).status()).isZero();
  }

  @Test
  void oneWhoIsNotReadyIsNamed() throws Exception {
    var late = service(503);
    var script = Script.run("all-ready", service(200), late);
    assertThat(script.status()).isEqualTo(1);
    assertThat(script.said()).contains(late + " is not ready (503)");
  }

  @Test
  void oneWhoDoesNotListenIsNotReady() throws Exception {
    assertThat(Script.run("all-ready", service(200), nobody()).status()).isEqualTo(1);
  }

  private String service(int status) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/q/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    servers.add(server);
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private static String nobody() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return "127.0.0.1:" + socket.getLocalPort();
    }
  }
}
