package tmi.packaging.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tmi.packaging.chart.Chart;
import tmi.packaging.chart.Checkout;
import tmi.packaging.chart.Rendering;
import tmi.packaging.chart.ValuesFile;

/// Pods of the suite by component; `neighbour` is another pod in the namespace, `ns/app` one in
/// another namespace, and everything with a dot or colon an address.
class ArrowsTest {

  private static final Pattern RANGE = Pattern.compile("\"([0-9a-f.:]+/[0-9]+) ");

  @ParameterizedTest(name = "{0} → {1}:{2} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          8.8.4.4          | gateway         | 8080 | yes
          neighbour        | gateway         | 8080 | yes
          web/shop         | gateway         | 8080 | yes
          web/shop         | gateway         | 9080 | no
          8.8.4.4          | gateway         | 9080 | no
          neighbour        | gateway         | 9080 | no
          gateway          | auth-service    | 8081 | yes
          gateway          | model-service   | 8082 | yes
          gateway          | collab-service  | 8083 | yes
          gateway          | webhook-service | 8084 | yes
          gateway          | model-service   | 8081 | no
          gateway          | migration       | 8080 | no
          gateway          | 10.1.2.3        | 6379 | yes
          gateway          | 10.1.2.3        | 5432 | no
          gateway          | 8.8.4.4         | 443  | no
          gateway          | neighbour       | 8080 | no
          8.8.4.4          | auth-service    | 8081 | no
          neighbour        | auth-service    | 8081 | no
          neighbour        | migration       | 8080 | no
          web/shop         | collab-service  | 8083 | no
          monitoring/prometheus | model-service | 8082 | no
          auth-service     | model-service   | 8082 | no
          collab-service   | model-service   | 8082 | no
          model-service    | webhook-service | 8084 | no
          webhook-service  | gateway         | 8080 | no
          migration        | model-service   | 8082 | no
          model-service    | kube-system/kube-dns | 53 | yes
          migration        | kube-system/kube-dns | 53 | yes
          model-service    | kube-system/metrics-server | 443 | no
          auth-service     | 192.168.7.7     | 5432 | yes
          model-service    | 172.20.0.9      | 5432 | yes
          collab-service   | 10.1.2.3        | 5432 | yes
          webhook-service  | 10.1.2.3        | 6379 | yes
          model-service    | 10.1.2.3        | 22   | no
          model-service    | 8.8.4.4         | 5432 | no
          migration        | 10.1.2.3        | 5432 | yes
          migration        | 10.1.2.3        | 6379 | no
          migration        | 8.8.4.4         | 443  | no
          model-service    | 8.8.4.4         | 443  | no
          collab-service   | 8.8.4.4         | 443  | no
          auth-service     | 8.8.4.4         | 443  | yes
          auth-service     | 2a00:1450::1    | 443  | yes
          auth-service     | 8.8.4.4         | 80   | no
          auth-service     | 10.1.2.3        | 443  | no
          auth-service     | 169.254.169.254 | 443  | no
          webhook-service  | 8.8.4.4         | 443  | yes
          webhook-service  | 8.8.4.4         | 8443 | yes
          webhook-service  | 8.8.4.4         | 25   | no
          webhook-service  | 10.1.2.3        | 443  | no
          webhook-service  | 172.31.255.255  | 443  | no
          webhook-service  | 192.168.1.1     | 443  | no
          webhook-service  | 100.100.100.200 | 443  | no
          webhook-service  | 169.254.169.254 | 443  | no
          webhook-service  | 168.63.129.16   | 443  | no
          webhook-service  | 127.0.0.1       | 8084 | no
          webhook-service  | fd00:ec2::254   | 443  | no
          webhook-service  | fe80::1         | 443  | no
          webhook-service  | neighbour       | 443  | no
          """)
  void onlyListedArrowsExist(String from, String to, int port, String allowed) {
    assertArrow(Chart.rendered(ValuesFile.DEFAULT), from, to, port, allowed);
  }

  @ParameterizedTest(name = "{0} → {1}:{2} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ingress-nginx/controller | gateway       | 8080 | yes
          web/shop                 | gateway       | 8080 | no
          8.8.4.4                  | gateway       | 8080 | no
          monitoring/prometheus    | model-service | 8082 | yes
          monitoring/prometheus    | gateway       | 9080 | yes
          monitoring/prometheus    | gateway       | 8080 | no
          ingress-nginx/controller | gateway       | 9080 | no
          monitoring/prometheus    | migration     | 8080 | no
          model-service            | data/pgbouncer | 6432 | yes
          model-service            | data/postgres | 5432 | no
          migration                | data/postgres | 5432 | yes
          model-service            | 10.30.4.7     | 6380 | yes
          model-service            | 10.30.4.8     | 6380 | no
          auth-service             | 10.40.0.5     | 443  | yes
          webhook-service          | 10.40.0.5     | 443  | no
          model-service            | 169.254.20.10 | 53   | yes
          model-service            | kube-system/other | 53 | no
          """)
  void operatorsNarrowThem(String from, String to, int port, String allowed) {
    assertArrow(Chart.rendered(ValuesFile.FULL), from, to, port, allowed);
  }

  @Test
  void internetLeavesOutWhatTheServiceItselfRefuses() {
    var rule = "libs/service-base/src/main/java/tmi/service/egress/ClosedRange.java";
    var policies = Chart.rendered(ValuesFile.DEFAULT).text();
    assertThat(RANGE.matcher(Checkout.text(rule)).results().map(range -> range.group(1)))
        .hasSizeGreaterThan(15)
        .allSatisfy(range -> assertThat(policies).contains(range));
  }

  private static void assertArrow(Rendering all, String from, String to, int port, String allowed) {
    var lets = new Network(all).lets(Endpoint.named(from, all), Endpoint.named(to, all), port);
    assertThat(lets).isEqualTo(allowed.equals("yes"));
  }
}
