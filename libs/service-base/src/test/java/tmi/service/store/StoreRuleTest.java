package tmi.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreRuleTest {
  @Test
  void storesElsewhereInTheClearAreNamedWithTheirCure() {
    assertThat(refusals(Map.of()))
        .satisfiesExactly(
            database ->
                assertThat(database)
                    .startsWith("PostgreSQL at db.internal is spoken to without TLS")
                    .contains("DB_SSL_MODE=verify-full", "TMI_STORES_TRUSTED_NETWORK=true"),
            redis ->
                assertThat(redis)
                    .startsWith("Redis at redis.internal is spoken to without TLS")
                    .contains("REDIS_TLS=true", "TMI_STORES_TRUSTED_NETWORK=true"));
  }

  @Test
  void tlsToBothIsWell() {
    assertThat(refusals(Map.of("database-tls", "verify-full", "redis-tls", "true"))).isEmpty();
    assertThat(refusals(Map.of("database-tls", "require", "redis-tls", "true"))).isEmpty();
  }

  @Test
  void wordOfTheOperatorForTheNetworkIsTaken() {
    assertThat(refusals(Map.of("trusted-network", "true"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
  void storesOnThisMachineCrossNoNetwork(String host) {
    assertThat(refusals(Map.of("database-host", host, "redis-host", host))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.example.com", "localhost.example.com", "10.0.0.1", "128.0.0.1"})
  void whatOnlyLooksLikeThisMachineIsElsewhere(String host) {
    assertThat(refusals(Map.of("database-host", host, "redis-host", host))).hasSize(2);
  }

  @Test
  void fileOfCertificatesThatIsNotThereIsNamed() {
    assertThat(refusals(Map.of("trusted-network", "true", "redis-ca-file", "/none/ca.pem")))
        .containsExactly(
            "REDIS_TLS_CA_FILE is /none/ca.pem, which cannot be read; name a PEM file with the"
                + " certificates to trust");
  }

  private static List<String> refusals(Map<String, String> settings) {
    var all = new HashMap<String, String>();
    all.put("tmi.service.store.database-host", "db.internal");
    all.put("tmi.service.store.redis-host", "redis.internal");
    settings.forEach((name, value) -> all.put("tmi.service.store." + name, value));
    var config =
        new SmallRyeConfigBuilder().withMapping(StoreConfig.class).withDefaultValues(all).build();
    return new StoreRule(config.getConfigMapping(StoreConfig.class)).refusals();
  }
}
