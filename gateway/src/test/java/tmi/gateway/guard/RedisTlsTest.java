package tmi.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;
import tmi.launcher.port.Ports;
import tmi.testkit.TestCertificate;

class RedisTlsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void redisElsewhereInTheClearIsNamedWithItsCure() {
    assertThat(RedisTls.faults(config(Map.of())))
        .singleElement()
        .asString()
        .contains("redis.internal", "REDIS_TLS=true", "TMI_STORES_TRUSTED_NETWORK=true");
  }

  @Test
  void tlsOrAWordForTheNetworkOrThisMachineIsWell() {
    assertThat(RedisTls.faults(config(Map.of("tls", "true")))).isEmpty();
    assertThat(RedisTls.faults(config(Map.of("trusted-network", "true")))).isEmpty();
    assertThat(RedisTls.faults(config(Map.of("host", "127.0.0.1")))).isEmpty();
  }

  @Test
  void fileOfCertificatesThatIsNotThereIsNamed() {
    assertThat(RedisTls.faults(config(Map.of("tls", "true", "ca-file", "/none/ca.pem"))))
        .containsExactly("REDIS_TLS_CA_FILE is /none/ca.pem, which cannot be read");
  }

  @Test
  void lineIsEncryptedAndItsHostVerified() {
    var options = new RedisOptions().addConnectionString("redis://redis.internal:6379");

    new RedisTls(config(Map.of("tls", "true"))).customize("<default>", options);

    assertThat(options.getEndpoints()).containsExactly("rediss://redis.internal:6379");
    assertThat(options.getNetClientOptions().isSsl()).isTrue();
    assertThat(options.getNetClientOptions().getHostnameVerificationAlgorithm()).isEqualTo("HTTPS");
  }

  @Test
  void realRedisIsAskedByTlsByWhoTrustsItsCertificateAlone() throws Exception {
    var certificate = TestCertificate.forLoopback();
    int port = Ports.free();
    var server = serverWithTls(port, certificate);
    server.start();
    var vertx = Vertx.vertx();
    try {
      assertThat(ping(vertx, port, certificate)).succeedsWithin(PATIENCE).hasToString("PONG");
      assertThat(ping(vertx, port, TestCertificate.forLoopback())).failsWithin(PATIENCE);
    } finally {
      server.stop();
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static CompletableFuture<Response> ping(Vertx vertx, int port, TestCertificate trusted) {
    var options = new RedisOptions().addConnectionString("redis://localhost:" + port);
    new RedisTls(config(Map.of("tls", "true", "ca-file", trusted.file().toString())))
        .customize("<default>", options);
    return Redis.createClient(vertx, options)
        .send(Request.cmd(Command.PING))
        .toCompletionStage()
        .toCompletableFuture();
  }

  private static RedisServer serverWithTls(int port, TestCertificate certificate)
      throws IOException {
    return RedisServer.newRedisServer()
        .port(Ports.free())
        .bind("127.0.0.1")
        .setting("tls-port " + port)
        .setting("tls-cert-file " + certificate.file())
        .setting("tls-key-file " + certificate.key())
        .setting("tls-ca-cert-file " + certificate.file())
        .setting("tls-auth-clients no")
        .build();
  }

  private static RedisConfig config(Map<String, String> settings) {
    var all = new HashMap<>(Map.of("tmi.gateway.redis.host", "redis.internal"));
    settings.forEach((name, value) -> all.put("tmi.gateway.redis." + name, value));
    return new SmallRyeConfigBuilder()
        .withMapping(RedisConfig.class)
        .withDefaultValues(all)
        .build()
        .getConfigMapping(RedisConfig.class);
  }
}
