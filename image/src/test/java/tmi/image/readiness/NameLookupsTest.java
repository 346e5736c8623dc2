package tmi.image.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tmi.image.program.Program;
import tmi.image.train.RecordedRun;

/// An executable cannot find a class by its name unless that was registered when it was built. So
/// every operation is called once on a JVM that records what is looked up.
class NameLookupsTest {

  @ParameterizedTest
  @EnumSource(value = Program.class, mode = EnumSource.Mode.EXCLUDE, names = "MIGRATION")
  void everyClassThatIsLookedUpByNameIsRegistered(Program service) throws Exception {
    var recording = Path.of("target", service.module() + ".jfr").toAbsolutePath();
    RecordedRun.of(service, NameLookups.recordInto(recording));

    var registered = NativeSources.of(service).named();
    var missing = NameLookups.in(recording);
    missing.removeIf(line -> registered.contains(line.split(" ")[0]));

    assertThat(missing).isEmpty();
  }
}
