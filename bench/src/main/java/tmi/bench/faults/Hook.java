package tmi.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// A webhook receiver on this machine that is always well.
final class Hook implements AutoCloseable {
  private final ObjectMapper json = new ObjectMapper();
  private final HttpServer server;

  /// Ids of deliveries by the object that they tell of: a repeated attempt has the same id.
  private final Map<String, Set<String>> told = new ConcurrentHashMap<>();

  Hook() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  long untold(Collection<String> objects) {
    return objects.stream().filter(id -> !told.containsKey(id)).count();
  }

  /// Told of by more than one delivery.
  long toldTwice(Collection<String> objects) {
    return objects.stream().filter(id -> told.getOrDefault(id, Set.of()).size() > 1).count();
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode body = json.readTree(exchange.getRequestBody().readAllBytes());
    byte[] answer = new byte[0];
    if (body.has("challenge")) {
      answer =
          ("{\"challenge\":\"" + body.get("challenge").asText() + "\"}")
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
    } else {
      String delivery = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id"));
      told.computeIfAbsent(body.path("object_id").asText(), id -> ConcurrentHashMap.newKeySet())
          .add(delivery);
    }
    exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
