package tmi.packaging.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {

  @ParameterizedTest
  @EnumSource
  void everyVariableIsOneThatTheProgramReads(ValuesFile values) {
    var all = Chart.rendered(values);
    assertThat(all.workloads())
        .allSatisfy(pod ->
            assertThat(KnownVariables.of(pod.component())).containsAll(Variables.names(pod, all)));
  }

  @Test
  void eachServiceSignsInWithItsOwnRole() {
    var all = Chart.rendered(ValuesFile.DEFAULT);
    assertThat(Variables.plain(all.workload("model-service"), all))
        .containsEntry("DB_USERNAME", "tmi_model");
    assertThat(Variables.names(all.workload("gateway"), all))
        .noneMatch(name -> name.startsWith("DB_"));
  }

  @Test
  void rolesOfASecondInstallationHaveTheirPrefixEverywhere() {
    var all = Chart.rendered(ValuesFile.FULL);
    assertThat(Variables.plain(all.workload("model-service"), all))
        .containsEntry("DB_USERNAME", "threats_model");
    assertThat(Variables.plain(all.workload("migration"), all))
        .containsEntry("TMI_DB_ROLE_PREFIX", "threats_");
  }

  @Test
  void everybodyIsGivenTheCertificatesOfTheStoresThatHeSpeaksTo() {
    var all = Chart.rendered(ValuesFile.DEFAULT);
    assertThat(Variables.plain(all.workload("model-service"), all))
        .containsEntry("DB_SSL_MODE", "verify-full")
        .containsEntry("DB_SSL_CA_FILE", "/etc/tmi/database-ca/ca.crt")
        .containsEntry("REDIS_TLS", "true")
        .containsEntry("REDIS_TLS_CA_FILE", "/etc/tmi/redis-ca/ca.crt");
    assertThat(mounts("model-service", all)).contains("/etc/tmi/database-ca", "/etc/tmi/redis-ca");
    assertThat(mounts("migration", all))
        .contains("/etc/tmi/database-ca")
        .doesNotContain("/etc/tmi/redis-ca");
    assertThat(mounts("gateway", all))
        .contains("/etc/tmi/redis-ca")
        .doesNotContain("/etc/tmi/database-ca");
  }

  private static List<String> mounts(String component, Rendering all) {
    return all.workload(component).container().getVolumeMounts().stream()
        .map(VolumeMount::getMountPath)
        .toList();
  }

  @Test
  void withOneRoleAllSignInAsTheMigrator() {
    var all = Chart.rendered(ValuesFile.MINIMAL);
    assertThat(Variables.plain(all.workload("model-service"), all))
        .containsEntry("DB_USERNAME", "tmi");
    assertThat(Variables.names(all.workload("migration"), all))
        .noneMatch(name -> name.endsWith("_DB_PASSWORD"));
  }

  @Test
  void migrationGoesPastThePooler() {
    var all = Chart.rendered(ValuesFile.FULL);
    assertThat(Variables.plain(all.workload("migration"), all))
        .containsEntry("DB_HOST", "postgres.data.svc")
        .containsEntry("DB_PORT", "5432");
    assertThat(Variables.plain(all.workload("auth-service"), all))
        .containsEntry("DB_HOST", "pgbouncer.data.svc")
        .containsEntry("DB_PORT", "6432");
  }

  @Test
  void sharedSecretOfTokensReachesThoseWhoVerify() {
    var all = Chart.rendered(ValuesFile.FULL);
    assertThat(Variables.names(all.workload("collab-service"), all))
        .contains("JWT_SECRET", "JWT_SECRET_PREVIOUS", "JWT_SECRET_PREVIOUS_UNTIL");
    assertThat(Variables.names(all.workload("gateway"), all)).doesNotContain("JWT_SECRET");
  }

  @ParameterizedTest
  @ValueSource(strings = {"libs/service-base", "gateway"})
  void probesAskWhatTheHealthExtensionServes(String module) {
    assertThat(Checkout.text(module + "/pom.xml")).contains("quarkus-smallrye-health");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"auth-service", "model-service", "collab-service", "webhook-service", "gateway"})
  void nobodyMovesTheHealthPaths(String module) {
    assertThat(Checkout.text(module + "/src/main/resources/application.yaml"))
        .doesNotContain("root-path", "liveness-path", "readiness-path", "startup-path")
        .doesNotContain("management:");
  }
}
