package tmi.testkit.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The rules for one module. A service's test:
///
/// ```java
/// @Test
/// void theHouseIsInOrder() {
///   HouseRules.of("tmi.auth").check();
/// }
/// ```
public final class HouseRules {

  private final String root;
  private final Path sources;
  private final JavaClasses classes;
  private final List<String> reactive;

  private HouseRules(String root, Path sources, JavaClasses classes, List<String> reactive) {
    this.root = root;
    this.sources = sources;
    this.classes = classes;
    this.reactive = reactive;
  }

  /// The module whose test runs, with the package that all its classes are in.
  public static HouseRules of(String root) {
    return of(root, Path.of("src/main/java"));
  }

  static HouseRules of(String root, Path sources) {
    var classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
    return of(root, sources, classes);
  }

  static HouseRules of(String root, Path sources, JavaClasses classes) {
    return new HouseRules(root, sources, classes, List.of());
  }

  /// Endings of class names, beside the usual ones, that may hold a `Uni`; the caller says why in a
  /// comment.
  public HouseRules alsoReactive(String... endings) {
    return new HouseRules(root, sources, classes, List.of(endings));
  }

  /// All rules; every broken one is named in one failure.
  public void check() {
    var faults = new ArrayList<String>();
    rules().forEach(rule -> collect(rule, faults));
    faults.addAll(new SourceRules(sources).faults());
    if (!faults.isEmpty()) {
      throw new AssertionError(
          faults.size() + " faults in the house:\n" + String.join("\n", faults));
    }
  }

  private List<ArchRule> rules() {
    var all = new ArrayList<ArchRule>();
    all.addAll(RoomRules.of(root));
    all.addAll(EdgeRules.of(reactive));
    all.addAll(NativeRules.all());
    return all;
  }

  private void collect(ArchRule rule, List<String> faults) {
    var result = rule.allowEmptyShould(true).evaluate(classes);
    if (result.hasViolation()) {
      faults.addAll(result.getFailureReport().getDetails());
    }
  }
}
