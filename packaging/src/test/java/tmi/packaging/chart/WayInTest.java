package tmi.packaging.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import org.junit.jupiter.api.Test;

class WayInTest {

  private static final Rendering FULL = Chart.rendered(ValuesFile.FULL);

  @Test
  void nothingIsOpenedToTheWorldUnlessAsked() {
    var all = Chart.rendered(ValuesFile.DEFAULT);
    assertThat(all.all(Ingress.class)).isEmpty();
    assertThat(all.all(Service.class)).extracting("spec.type").containsOnly("ClusterIP");
  }

  @Test
  void ingressServesTheHostOfThePublicAddressOverTls() {
    var ingress = FULL.all(Ingress.class).getFirst().getSpec();
    assertThat(ingress.getTls().getFirst().getHosts()).containsExactly("threats.example.com");
    assertThat(ingress.getTls().getFirst().getSecretName()).isEqualTo("threats-tls");
    assertThat(ingress.getRules())
        .singleElement()
        .satisfies(rule -> {
          assertThat(rule.getHost()).isEqualTo("threats.example.com");
          var service = rule.getHttp().getPaths().getFirst().getBackend().getService();
          assertThat(service.getName()).isEqualTo("threats-gateway");
          assertThat(service.getPort().getNumber()).isEqualTo(443);
        });
  }

  @Test
  void ingressKeepsQuietSessionsForAnHourAndTakesImports() {
    assertThat(FULL.all(Ingress.class).getFirst().getMetadata().getAnnotations())
        .containsEntry("nginx.ingress.kubernetes.io/proxy-read-timeout", "3600")
        .containsEntry("nginx.ingress.kubernetes.io/proxy-send-timeout", "3600")
        .containsEntry("nginx.ingress.kubernetes.io/proxy-body-size", "21m");
  }

  @Test
  void onlyTheGatewayIsOffered() {
    assertThat(FULL.all(Service.class))
        .filteredOn(service -> !service.getSpec().getType().equals("ClusterIP"))
        .extracting("metadata.name")
        .containsExactly("threats-gateway");
  }

  @Test
  void autoscalersLookAfterDeploymentsThatExist() {
    assertThat(FULL.all(HorizontalPodAutoscaler.class))
        .hasSize(4)
        .allSatisfy(scaler ->
            assertThat(FULL.workloads())
                .extracting("owner.metadata.name")
                .contains(scaler.getSpec().getScaleTargetRef().getName()));
  }
}
