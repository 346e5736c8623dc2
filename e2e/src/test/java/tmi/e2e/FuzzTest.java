package tmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tmi.bench.fuzz.Findings.Finding;
import tmi.bench.fuzz.Fuzz;
import tmi.bench.fuzz.Growth;
import tmi.bench.suite.ServiceProcess;
import tmi.bench.wire.Door;

/// Odd and hostile requests at every operation and frames in a live room: no fault of ours, one
/// error shape, only declared answers, nothing that grows. `./tmi bench fuzz` does it at length.
@ExtendWith(RunningSuite.class)
class FuzzTest {
  private static final int REQUESTS = 1_800;
  private static final long SEED = 20_260_101;
  private static final String CONNECTIONS =
      "select count(*) from pg_stat_activity where datname = current_database()"
          + " and usename <> 'postgres'";
  private final Suite suite;

  FuzzTest(Suite suite) {
    this.suite = suite;
  }

  @Test
  void nothingThatIsAskedFindsAFaultAndNothingGrows() {
    long chance = new SecureRandom().nextInt(1_000_000);
    System.out.println("fuzz seeds " + SEED + " and, by chance, " + chance);
    Fuzz fuzz = new Fuzz(Door.of(suite.gateway()), System.out::println);
    fuzz.run(REQUESTS, SEED);
    Growth growth = new Growth(this::processes, this::connections);

    fuzz.run(REQUESTS, chance);

    List<Finding> findings = fuzz.findings().all();
    assertThat(Known.unknown(findings))
        .as("seeds %d, %d: %s", SEED, chance, fuzz.findings().table())
        .isEmpty();
    assertThat(Known.cured(findings)).as("cured by now: take it off the list").isEmpty();
    assertThat(fuzz.overloads()).isLessThanOrEqualTo(REQUESTS / 100);
    assertThat(growth.findings()).as(growth.table()).isEmpty();
  }

  private List<ServiceProcess> processes() {
    return Stream.concat(suite.services().stream(), suite.replicas("gateway").stream())
        .map(part -> new ServiceProcess(part.get("name").asText(), part.get("pid").asLong()))
        .toList();
  }

  private long connections() {
    return suite.database().value(Long.class, CONNECTIONS);
  }
}
