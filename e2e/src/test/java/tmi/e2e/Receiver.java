package tmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// An integrator's webhook receiver: answers the challenge, keeps deliveries, can be down.
final class Receiver {
  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  private final int port;
  private HttpServer server;

  /// A delivery as it came over the wire.
  record Delivery(
      String id,
      String event,
      String signature,
      String standardId,
      String standardTime,
      String standardSignature,
      String text) {
    JsonNode body() {
      return Visitor.json(text);
    }
  }

  Receiver() {
    start(0);
    port = server.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port + "/hook";
  }

  void stop() {
    server.stop(0);
  }

  void startAgain() {
    start(port);
  }

  List<Delivery> deliveries() {
    return deliveries;
  }

  /// Both signatures, made again from the secret: the contract's by its text, the standard's by the
  /// key that it spells.
  static boolean isSigned(Delivery delivery, String secret) {
    byte[] text = secret.getBytes(StandardCharsets.UTF_8);
    String ours = "sha256=" + HexFormat.of().formatHex(hmac(text, delivery.text()));
    String content = delivery.standardId() + "." + delivery.standardTime() + "." + delivery.text();
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    String standard = "v1," + Base64.getEncoder().encodeToString(hmac(key, content));
    return ours.equals(delivery.signature())
        && List.of(delivery.standardSignature().split(" ")).contains(standard);
  }

  private void start(int wanted) {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", wanted), 0);
      server.setExecutor(Executors.newCachedThreadPool());
      server.createContext("/hook", this::answer);
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String event = header(exchange, "X-Webhook-Event");
    byte[] answer = new byte[0];
    if ("webhook.challenge".equals(event)) {
      String challenge = Visitor.json(text).get("challenge").asText();
      answer = ("{\"challenge\":\"" + challenge + "\"}").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
    } else {
      deliveries.add(
          new Delivery(
              header(exchange, "X-Webhook-Delivery-Id"),
              event,
              header(exchange, "X-Webhook-Signature"),
              header(exchange, "webhook-id"),
              header(exchange, "webhook-timestamp"),
              header(exchange, "webhook-signature"),
              text));
    }
    exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static String header(HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
