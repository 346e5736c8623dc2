package tmi.webhook.flow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A receiver on loopback. It answers challenges rightly and remembers all else; how it answers may
/// be changed while it runs.
final class Sink implements AutoCloseable {
  /// How a delivery is answered.
  interface Manners {
    void answer(HttpExchange exchange) throws IOException;
  }

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> challenges = new CopyOnWriteArrayList<>();
  private final List<Received> deliveries = new CopyOnWriteArrayList<>();
  private final int port;
  private HttpServer server;
  private volatile Manners manners = status(200);
  private volatile boolean honest = true;

  Sink() {
    this(0);
  }

  private Sink(int wanted) {
    server = open(wanted);
    port = server.getAddress().getPort();
  }

  static Manners status(int status) {
    return exchange -> {
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    };
  }

  String url() {
    return "http://127.0.0.1:" + port + "/hook";
  }

  Sink answering(Manners changed) {
    manners = changed;
    return this;
  }

  /// From now on challenges are answered wrongly.
  Sink lying() {
    honest = false;
    return this;
  }

  /// Nobody listens any more on its port.
  void goDown() {
    server.stop(0);
  }

  void comeUp() {
    server = open(port);
  }

  List<Received> challenges() {
    return challenges;
  }

  List<Received> deliveries() {
    return deliveries;
  }

  List<Received> deliveries(String event) {
    return deliveries.stream().filter(one -> event.equals(one.event())).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private HttpServer open(int wanted) {
    try {
      HttpServer opened = HttpServer.create(new InetSocketAddress("127.0.0.1", wanted), 0);
      opened.setExecutor(threads);
      opened.createContext("/", this::receive);
      opened.start();
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void receive(HttpExchange exchange) throws IOException {
    Received received = new Received(headers(exchange), exchange.getRequestBody().readAllBytes());
    if ("webhook.challenge".equals(received.event())) {
      challenges.add(received);
      echo(exchange, received);
    } else {
      deliveries.add(received);
      manners.answer(exchange);
    }
  }

  private void echo(HttpExchange exchange, Received received) throws IOException {
    String token = honest ? received.json().getString("challenge") : "wrong";
    byte[] answer = new JsonObject().put("challenge", token).toBuffer().getBytes();
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return headers;
  }
}
