package tmi.image.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tmi.testkit.ProjectFolder;
import tmi.testkit.house.HouseRules;

/// The services hold these rules in their own tests; the libraries below the testkit cannot.
class LibraryRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"kernel", "diagram", "diagram-store", "service-base"})
  void nothingInItWouldBreakOrFreezeInAnExecutable(String library) {
    var classes = ProjectFolder.root().resolve("libs").resolve(library).resolve("target/classes");

    assertThat(HouseRules.notNative(new ClassFileImporter().importPath(classes))).isEmpty();
  }
}
