package tmi.packaging.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What a changed value starts anew, and what it leaves alone.
class ChangesTest {

  private static final Rendering BEFORE = Chart.rendered(ValuesFile.DEFAULT);

  @Test
  void settingOfOneServiceStartsThatServiceAlone() {
    assertThat(startedAnew(Map.of("collabService.socketsPerSession", "60")))
        .containsExactly("collab-service");
  }

  @Test
  void settingOfAllStartsAllServicesAndLeavesTheMigration() {
    assertThat(startedAnew(Map.of("logging.level", "DEBUG")))
        .containsExactlyInAnyOrder(
            "auth-service", "model-service", "collab-service", "webhook-service", "gateway");
  }

  @Test
  void changedSecretsStartAllAndRunTheMigrationAgain() {
    assertThat(startedAnew(Map.of("secretsRevision", "rotated"))).contains("gateway", "migration");
  }

  @Test
  void newReleaseIsANewMigration() {
    assertThat(job(Map.of("image.tag", "0.2.0"))).isNotEqualTo(job(Map.of()));
  }

  @Test
  void moreReplicasStartNothingAnew() {
    assertThat(startedAnew(Map.of("gateway.replicas", "4"))).isEmpty();
  }

  private static Set<String> startedAnew(Map<String, String> change) {
    var after = Chart.rendered(ValuesFile.DEFAULT, change);
    return BEFORE.workloads().stream()
        .filter(pod -> !pod.template().equals(after.workload(pod.component()).template()))
        .map(Workload::component)
        .collect(Collectors.toSet());
  }

  private static String job(Map<String, String> change) {
    return Chart.rendered(ValuesFile.DEFAULT, change)
        .all(Job.class)
        .getFirst()
        .getMetadata()
        .getName();
  }
}
