package tmi.packaging.chart;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StrictModelTest {

  @Test
  void misspeltFieldIsRefused() {
    assertThatThrownBy(() ->
            new Rendering(
                """
                apiVersion: v1
                kind: Service
                metadata: {name: gateway}
                spec: {port: [{port: 80}]}
                """))
        .hasMessageContaining("\"port\"");
  }

  @Test
  void keyThatStandsTwiceIsRefused() {
    assertThatThrownBy(() -> new Rendering("apiVersion: v1\nkind: Service\nkind: Service\n"))
        .hasMessageContaining("kind");
  }

  @Test
  void typeThatTheChartHasNoUseForIsRefused() {
    assertThatThrownBy(
            () -> new Rendering("apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\n"))
        .hasMessageContaining("not a type that this chart should make");
  }
}
