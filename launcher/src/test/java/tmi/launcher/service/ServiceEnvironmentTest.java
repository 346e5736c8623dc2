package tmi.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tmi.launcher.Checkout;
import tmi.launcher.secret.Secrets;

class ServiceEnvironmentTest {

  private static final StoreAddress STORES =
      new StoreAddress("127.0.0.1", 5001, "tmi", "postgres", "owner", "127.0.0.1", 5002, "r");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void nobodyIsHandedWhatIsAnothers(ServiceName service) throws Exception {
    var given =
        of(
            service,
            false,
            Map.of(
                "TMI_AUTH_DB_PASSWORD", "of-auth",
                "TMI_MODEL_DB_PASSWORD", "of-model",
                "TMI_COLLAB_DB_PASSWORD", "of-collab",
                "TMI_WEBHOOK_DB_PASSWORD", "of-webhook",
                "TMI_KEY_ENCRYPTION_KEY", "key-of-auth",
                "TMI_WEBHOOK_SECRET_KEY", "key-of-webhook"));

    assertThat(given.values()).doesNotContain("owner");
    assertThat(given.values().stream().filter(value -> value.matches("(of|key-of)-.*")))
        .allMatch(value -> service.module().startsWith(value.replaceAll("(key-)?of-", "")));
  }

  @Test
  void eachSignsInWithItsOwnRole() throws Exception {
    assertThat(of(ServiceName.MODEL, false, Map.of("DB_USERNAME", "postgres")))
        .containsEntry("DB_USERNAME", "tmi_model")
        .containsEntry("DB_PORT", "5001");
  }

  @Test
  void rolesOfASecondInstallationHaveTheirPrefix() throws Exception {
    assertThat(of(ServiceName.MODEL, false, Map.of("TMI_DB_ROLE_PREFIX", "tmi_staging_")))
        .containsEntry("DB_USERNAME", "tmi_staging_model");
  }

  @Test
  void singleRoleMeansTheMigratorForAll() throws Exception {
    assertThat(of(ServiceName.MODEL, true, Map.of()))
        .containsEntry("DB_USERNAME", "postgres")
        .containsEntry("DB_PASSWORD", "owner");
  }

  @Test
  void developmentSettingsAreThereUnlessProductionIsAsked() throws Exception {
    assertThat(of(ServiceName.AUTH, false, Map.of()))
        .containsEntry("TMI_BUILD_MODE", "dev")
        .containsEntry("OAUTH_PROVIDERS_TMI_ENABLED", "true");
    assertThat(of(ServiceName.AUTH, false, Map.of("TMI_BUILD_MODE", "production")))
        .doesNotContainKey("OAUTH_PROVIDERS_TMI_ENABLED");
    assertThat(of(ServiceName.WEBHOOK, false, Map.of("TMI_BUILD_MODE", "production")))
        .doesNotContainKey("TMI_WEBHOOK_ALLOW_LOOPBACK_TARGETS");
  }

  @Test
  void gatewayLearnsEveryReplica() throws Exception {
    assertThat(of(ServiceName.GATEWAY, false, Map.of()))
        .containsEntry("TMI_COLLAB_URLS", "http://127.0.0.1:6000,http://127.0.0.1:6001")
        .doesNotContainKey("DB_PASSWORD");
  }

  @Test
  void onlyTheGatewayIsForTheNetwork() throws Exception {
    var open = Map.of("TMI_SERVER_INTERFACE", "0.0.0.0");

    assertThat(of(ServiceName.GATEWAY, false, open))
        .containsEntry("TMI_SERVER_INTERFACE", "0.0.0.0");
    assertThat(of(ServiceName.AUTH, false, open))
        .containsEntry("TMI_SERVER_INTERFACE", "127.0.0.1");
  }

  private Map<String, String> of(ServiceName service, boolean singleRole, Map<String, String> user)
      throws Exception {
    var ports = new HashMap<ServiceName, List<Integer>>();
    for (var each : ServiceName.values()) {
      ports.put(each, List.of(6000, 6001));
    }
    return new ServiceEnvironment(
            user,
            new Checkout(folder, folder.resolve(".tmi")),
            new Secrets(folder.resolve("secrets")))
        .of(service, 6000, 6001, new Wiring(STORES, "http://127.0.0.1:8080", ports, singleRole));
  }
}
