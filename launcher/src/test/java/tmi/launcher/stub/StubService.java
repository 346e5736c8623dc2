package tmi.launcher.stub;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/// Stands for a service in the launcher's tests: ready at once, or dead at once when told so.
public final class StubService {

  private StubService() {}

  public static void main(String[] arguments) throws Exception {
    System.out.println("stub is " + System.getenv("DB_USERNAME"));
    if ("true".equals(System.getenv("STUB_DIES"))) {
      System.out.println("there is no key");
      System.exit(1);
    }
    listen(System.getenv("SERVER_PORT"));
    if (System.getenv("TMI_MANAGEMENT_PORT") != null) {
      listen(System.getenv("TMI_MANAGEMENT_PORT"));
    }
  }

  private static void listen(String number) throws IOException {
    var port = Integer.parseInt(number);
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext(
        "/q/health/ready",
        exchange -> {
          var body = "{\"status\":\"UP\",\"checks\":[]}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }
}
