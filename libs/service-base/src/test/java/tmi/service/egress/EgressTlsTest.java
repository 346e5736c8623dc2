package tmi.service.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EgressTlsTest {
  private static final EgressPolicy LOOPBACK = new EgressPolicy(false, true);
  private static final EgressLimits LIMITS =
      new EgressLimits(Duration.ofSeconds(5), Duration.ofSeconds(9), 4096, 16);

  private final Vertx vertx = Vertx.vertx();
  private final List<String> seen = new ArrayList<>();
  @TempDir Path folder;
  private PfxOptions keys;
  private int port;

  @BeforeEach
  void serve() throws Exception {
    Path store = folder.resolve("hooks.p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    int made =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=hooks.example.org",
                "-ext",
                "SAN=dns:hooks.example.org",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit",
                "-storetype",
                "PKCS12")
            .start()
            .waitFor();
    assertThat(made).isZero();
    keys = new PfxOptions().setPath(store.toString()).setPassword("changeit");
    port =
        vertx
            .createHttpServer(
                new HttpServerOptions().setSsl(true).setSni(true).setPfxKeyCertOptions(keys))
            .requestHandler(request -> {
              seen.add(request.connection().indicatedServerName());
              seen.add(request.getHeader("Host"));
              request.response().end();
            })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .actualPort();
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void nameStaysInHandshakeAndHeaderThoughAnAddressIsDialled() {
    assertThat(post("hooks.example.org", true).status()).isEqualTo(200);
    assertThat(seen).containsExactly("hooks.example.org", "hooks.example.org:" + port);
  }

  @Test
  void certificateOfAnotherNameIsRefused() {
    assertThatThrownBy(() -> post("other.example.org", true)).hasMessage("TLS handshake failed");
    assertThat(seen).isEmpty();
  }

  @Test
  void certificateOfNobodyIsRefused() {
    assertThatThrownBy(() -> post("hooks.example.org", false)).hasMessage("TLS handshake failed");
    assertThat(seen).isEmpty();
  }

  private Reply post(String host, boolean trusted) {
    var options = EgressService.options();
    var egress =
        new EgressService(
            vertx,
            name -> Future.succeededFuture(List.of(InetAddress.ofLiteral("127.0.0.1"))),
            trusted ? options.setTrustOptions(keys) : options);
    return egress
        .post(
            Target.of("https://" + host + ":" + port, LOOPBACK),
            Map.of(),
            new byte[0],
            LOOPBACK,
            LIMITS)
        .await()
        .atMost(Duration.ofSeconds(9));
  }
}
