package tmi.packaging.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PromisesTest {

  @ParameterizedTest
  @EnumSource
  void everyInstallationHasTheFiveServicesAndTheMigration(ValuesFile values) {
    assertThat(Chart.rendered(values).workloads())
        .extracting(Workload::component)
        .containsExactlyInAnyOrder(
            "auth-service",
            "model-service",
            "collab-service",
            "webhook-service",
            "gateway",
            "migration");
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @MethodSource
  void everyPodKeepsEveryPromise(ValuesFile values, Workload pod, Promise promise) {
    promise.hold(pod, Chart.rendered(values));
  }

  static Stream<Arguments> everyPodKeepsEveryPromise() {
    return pods((values, pod) ->
        Stream.of(Promise.values()).map(promise -> arguments(values, pod, promise)));
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @MethodSource
  void everyServiceKeepsThoseOfServicesToo(
      ValuesFile values, Workload pod, ServicePromise promise) {
    promise.hold(pod, Chart.rendered(values));
  }

  static Stream<Arguments> everyServiceKeepsThoseOfServicesToo() {
    return pods((values, pod) ->
        Stream.of(ServicePromise.values())
            .filter(promise -> pod.isService())
            .map(promise -> arguments(values, pod, promise)));
  }

  private static Stream<Arguments> pods(BiFunction<ValuesFile, Workload, Stream<Arguments>> each) {
    return Stream.of(ValuesFile.values())
        .flatMap(values ->
            Chart.rendered(values).workloads().stream().flatMap(pod -> each.apply(values, pod)));
  }
}
