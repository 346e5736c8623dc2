package tmi.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.redis.client.RedisOptions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisTlsTest {
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
