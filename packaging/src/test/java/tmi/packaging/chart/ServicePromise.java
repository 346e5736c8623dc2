package tmi.packaging.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.function.BiConsumer;

/// What is promised of the pods that serve.
enum ServicePromise {
  IS_ASKED_WHETHER_IT_STARTED_LIVES_AND_IS_READY((pod, all) -> {
    var container = pod.container();
    assertThat(path(pod, container.getStartupProbe())).isEqualTo("/q/health/started");
    assertThat(path(pod, container.getLivenessProbe())).isEqualTo("/q/health/live");
    assertThat(path(pod, container.getReadinessProbe())).isEqualTo("/q/health/ready");
  }),
  HAS_TIME_TO_ASK_ITS_DATABASE((pod, all) ->
      // The check itself gives up after three seconds; the probe must hear that.
      assertThat(pod.container().getReadinessProbe().getTimeoutSeconds()).isGreaterThan(3)),
  LISTENS_WHERE_IT_IS_TOLD((pod, all) ->
      assertThat(pod.container().getPorts().getFirst().getContainerPort())
          .hasToString(Variables.plain(pod, all).get("SERVER_PORT"))),
  IS_MANAGED_AT_A_PORT_THAT_NO_SERVICE_OFFERS_WHERE_EVERYBODY_COMES_IN((pod, all) -> {
    var ports = pod.container().getPorts();
    assertThat(ports).hasSize(pod.component().equals("gateway") ? 2 : 1);
    if (pod.component().equals("gateway")) {
      assertThat(ports.getLast().getContainerPort())
          .hasToString(Variables.plain(pod, all).get("TMI_MANAGEMENT_PORT"));
      assertThat(Variables.plain(pod, all)).containsEntry("TMI_MANAGEMENT_INTERFACE", "0.0.0.0");
    }
  }),
  HEARS_MORE_THAN_ITSELF((pod, all) ->
      assertThat(Variables.plain(pod, all)).containsEntry("TMI_SERVER_INTERFACE", "0.0.0.0")),
  IS_GIVEN_TIME_TO_END((pod, all) -> {
    var hook = pod.container().getLifecycle();
    var pause = hook == null ? 0 : hook.getPreStop().getSleep().getSeconds();
    assertThat(pod.pod().getTerminationGracePeriodSeconds())
        .isGreaterThanOrEqualTo(pause + Drains.seconds(pod.component()) + 10);
  }),
  IS_REPLACED_WITHOUT_A_GAP((pod, all) -> {
    var update = ((Deployment) pod.owner()).getSpec().getStrategy().getRollingUpdate();
    assertThat(update.getMaxUnavailable().getIntVal()).isZero();
    assertThat(update.getMaxSurge().getIntVal()).isEqualTo(1);
  }),
  IS_SPREAD_OVER_NODES_AND_ZONES((pod, all) ->
      assertThat(pod.pod().getTopologySpreadConstraints())
          .allMatch(spread ->
              pod.labels()
                  .entrySet()
                  .containsAll(spread.getLabelSelector().getMatchLabels().entrySet()))
          .extracting("topologyKey")
          .containsExactly("kubernetes.io/hostname", "topology.kubernetes.io/zone")),
  MAY_BE_AWAY_ONCE_AT_A_TIME((pod, all) -> {
    var budgets =
        all.all(PodDisruptionBudget.class).stream()
            .filter(budget -> Promise.selects(budget.getSpec().getSelector(), pod.labels()))
            .toList();
    // With one pod a budget would hold up the draining of its node for ever.
    assertThat(budgets).hasSize(leastReplicas(pod, all) > 1 ? 1 : 0);
    assertThat(budgets).allMatch(budget -> budget.getSpec().getMaxUnavailable().getIntVal() == 1);
  }),
  IS_FOUND_BY_ITS_SERVICE((pod, all) ->
      assertThat(all.all(Service.class))
          .filteredOn(service ->
              pod.labels().entrySet().containsAll(service.getSpec().getSelector().entrySet()))
          .singleElement()
          .satisfies(service ->
              assertThat(service.getSpec().getPorts())
                  .extracting(port -> port.getTargetPort().getStrVal())
                  .isEqualTo(List.of(pod.container().getPorts().getFirst().getName()))));

  private final BiConsumer<Workload, Rendering> check;

  ServicePromise(BiConsumer<Workload, Rendering> check) {
    this.check = check;
  }

  void hold(Workload pod, Rendering all) {
    check.accept(pod, all);
  }

  private static String path(Workload pod, Probe probe) {
    var asked = probe.getHttpGet();
    // The last one is the management port, where there is one; it speaks no TLS.
    var port = pod.container().getPorts().getLast();
    assertThat(asked.getPort().getStrVal()).isEqualTo(port.getName());
    assertThat(asked.getScheme()).isNull();
    return asked.getPath();
  }

  private static int leastReplicas(Workload pod, Rendering all) {
    return all.all(HorizontalPodAutoscaler.class).stream()
        .map(HorizontalPodAutoscaler::getSpec)
        .filter(
            spec -> spec.getScaleTargetRef().getName().equals(pod.owner().getMetadata().getName()))
        .map(spec -> spec.getMinReplicas())
        .findFirst()
        .orElseGet(() -> ((Deployment) pod.owner()).getSpec().getReplicas());
  }
}
