package tmi.testkit.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  private static final Path CROOKED = Path.of("src/test/java/tmi/testkit/house/crooked");

  @Test
  void everyPlantedFaultIsFound() {
    var crooked =
        HouseRules.of(
            "tmi.testkit.house.crooked",
            CROOKED,
            new ClassFileImporter().importPackages("tmi.testkit.house.crooked"));

    var failure = catchThrowable(crooked::check);

    assertThat(failure)
        .hasMessageContaining("Cycle detected")
        .hasMessageContaining("BlueHelper")
        .hasMessageContaining("java.lang.Class.forName")
        .hasMessageContaining("LUCK")
        .hasMessageContaining("await")
        .hasMessageContaining("synchronized")
        .hasMessageContaining("find has 4")
        .hasMessageContaining("takes a query parameter as java.lang.Integer")
        .hasMessageContaining("red has no package-info.java")
        .hasMessageContaining("io.smallrye.mutiny.Uni");
  }

  @Test
  void theKernelIsInOrder() {
    var kernel = Path.of("../kernel/src/main/java");

    HouseRules.of("tmi.kernel", kernel).check();
  }
}
