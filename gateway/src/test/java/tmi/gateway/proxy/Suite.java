package tmi.gateway.proxy;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import redis.embedded.RedisServer;

/// Stub services, two of them as replicas of model-service, and a real Redis.
public final class Suite implements QuarkusTestResourceLifecycleManager {
  static StubService auth;
  static StubService model1;
  static StubService model2;
  static StubService collab;
  static StubService webhook;
  static RedisServer redis;

  /// Where outsiders come in.
  static URI door;

  /// Where health and metrics are.
  static URI management;

  private static Vertx vertx;

  @Override
  public Map<String, String> start() {
    try {
      vertx = Vertx.vertx();
      auth = new StubService(vertx, "auth").start();
      model1 = new StubService(vertx, "model-1").start();
      model2 = new StubService(vertx, "model-2").start();
      collab = new StubService(vertx, "collab").start();
      webhook = new StubService(vertx, "webhook").start();
      int port = freePort();
      redis =
          RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"").build();
      redis.start();
      door = URI.create("http://127.0.0.1:" + freePort() + "/");
      management = URI.create("http://127.0.0.1:" + freePort() + "/");
      return Map.ofEntries(
          Map.entry("tmi.gateway.route.auth", auth.url()),
          Map.entry("tmi.gateway.route.model", model1.url() + "," + model2.url()),
          Map.entry("tmi.gateway.route.collab", collab.url()),
          Map.entry("tmi.gateway.route.webhook", webhook.url()),
          Map.entry("tmi.gateway.route.rest", "1s"),
          Map.entry("tmi.gateway.server.port", String.valueOf(door.getPort())),
          Map.entry("quarkus.http.test-port", String.valueOf(management.getPort())),
          Map.entry("tmi.gateway.server.head-timeout", "3s"),
          Map.entry("tmi.gateway.admission.open-requests", "20"),
          Map.entry("tmi.gateway.admission.pace-check", "3s"),
          Map.entry("tmi.gateway.proxy.readiness-interval", "100ms"),
          Map.entry("tmi.gateway.identity.trusted-proxies", "127.0.0.1"),
          // The first count loads classes; on a busy machine that takes seconds.
          Map.entry("tmi.gateway.guard.counting-timeout", "60s"),
          Map.entry("tmi.gateway.proxy.answer-timeout", "1500ms"),
          Map.entry("tmi.gateway.status.remember", "1ms"),
          Map.entry("tmi.gateway.web.root", "target/no-web-files"),
          Map.entry("quarkus.redis.hosts", "redis://127.0.0.1:" + port));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    try {
      redis.stop();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
