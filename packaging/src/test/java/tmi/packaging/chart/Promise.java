package tmi.packaging.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/// What is promised of every pod, those of the migration included.
enum Promise {
  RUNS_AS_SOMEBODY_WITHOUT_RIGHTS((pod, all) -> {
    var context = pod.pod().getSecurityContext();
    assertThat(context.getRunAsNonRoot()).isTrue();
    assertThat(context.getRunAsUser()).isPositive();
    assertThat(context.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
  }),
  CANNOT_GAIN_RIGHTS((pod, all) -> {
    var context = pod.container().getSecurityContext();
    assertThat(context.getAllowPrivilegeEscalation()).isFalse();
    assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(context.getCapabilities().getAdd()).isNullOrEmpty();
    assertThat(context.getPrivileged()).isNull();
    assertThat(pod.pod().getHostNetwork()).isNull();
    assertThat(pod.pod().getHostPID()).isNull();
  }),
  WRITES_ONLY_WHAT_IS_FORGOTTEN((pod, all) -> {
    assertThat(pod.container().getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(pod.container().getVolumeMounts())
        .allMatch(mount -> mount.getMountPath().equals("/tmp") || mount.getReadOnly());
    assertThat(pod.pod().getVolumes()).allMatch(volume -> volume.getHostPath() == null);
  }),
  HAS_NO_TOKEN_OF_THE_CLUSTER(
      (pod, all) -> assertThat(pod.pod().getAutomountServiceAccountToken()).isFalse()),
  TAKES_NO_VARIABLES_FROM_SERVICES_NEARBY(
      (pod, all) -> assertThat(pod.pod().getEnableServiceLinks()).isFalse()),
  HAS_ONE_CONTAINER_AND_NO_OTHER((pod, all) -> {
    assertThat(pod.pod().getContainers()).hasSize(1);
    assertThat(pod.pod().getInitContainers()).isNullOrEmpty();
  }),
  IS_GIVEN_RESOURCES((pod, all) -> {
    var resources = pod.container().getResources();
    assertThat(resources.getRequests()).containsKeys("cpu", "memory");
    assertThat(resources.getLimits()).containsKey("memory");
  }),
  RUNS_AN_IMAGE_THAT_IS_NAMED_EXACTLY((pod, all) ->
      assertThat(pod.container().getImage())
          .matches(".*[^/]+(:[^:@/]+|@sha256:[0-9a-f]{64})")
          .doesNotEndWith(":latest")),
  IS_NAMED_OR_MARKED_BY_ITS_SETTINGS((pod, all) -> {
    if (pod.isService()) {
      assertThat(pod.annotations().get("checksum/config")).matches("[0-9a-f]{64}");
    } else {
      assertThat(pod.owner().getMetadata().getName()).matches(".*-[0-9a-f]{8}");
    }
  }),
  IS_TOLD_NO_SECRET_IN_PLAIN((pod, all) ->
      assertThat(Variables.plain(pod, all).keySet())
          .noneMatch(name -> name.matches(".*(PASSWORD|SECRET|SECRET_KEY|ENCRYPTION_KEY)"))),
  SEES_ONLY_ITS_OWN_FILES_OF_A_SECRET((pod, all) ->
      assertThat(pod.pod().getVolumes())
          .filteredOn(volume -> volume.getSecret() != null)
          .allSatisfy(volume ->
              assertThat(volume.getSecret().getItems())
                  .extracting(KeyToPath::getKey)
                  .isNotEmpty()
                  .doesNotContain(otherKey(pod.component())))),
  IS_CLOSED_BY_A_NETWORK_POLICY((pod, all) ->
      assertThat(all.all(NetworkPolicy.class))
          .filteredOn(policy -> policy.getMetadata().getName().endsWith("-default-deny"))
          .singleElement()
          .satisfies(policy -> {
            assertThat(selects(policy.getSpec().getPodSelector(), pod.labels())).isTrue();
            assertThat(Set.copyOf(policy.getSpec().getPolicyTypes()))
                .isEqualTo(Set.of("Ingress", "Egress"));
            assertThat(policy.getSpec().getIngress()).isEmpty();
            assertThat(policy.getSpec().getEgress()).isEmpty();
          }));

  private final BiConsumer<Workload, Rendering> check;

  Promise(BiConsumer<Workload, Rendering> check) {
    this.check = check;
  }

  void hold(Workload pod, Rendering all) {
    check.accept(pod, all);
  }

  private static String otherKey(String component) {
    return component.equals("auth-service") ? "webhook-secret-key" : "key-encryption-key";
  }

  static boolean selects(LabelSelector selector, Map<String, String> labels) {
    return selector.getMatchExpressions().isEmpty()
        && labels.entrySet().containsAll(selector.getMatchLabels().entrySet());
  }
}
