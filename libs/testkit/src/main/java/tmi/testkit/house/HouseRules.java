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
  private final List<ArchRule> edges;

  private HouseRules(String root, Path sources, JavaClasses classes, List<ArchRule> edges) {
    this.root = root;
    this.sources = sources;
    this.classes = classes;
    this.edges = edges;
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
    return new HouseRules(root, sources, classes, EdgeRules.of(List.of()));
  }

  /// Endings of class names, beside the usual ones, that may hold a `Uni`; the caller says why in a
  /// comment.
  public HouseRules alsoReactive(String... endings) {
    return new HouseRules(root, sources, classes, EdgeRules.of(List.of(endings)));
  }

  /// A tool is no service: it waits and connects as it likes.
  public HouseRules ofATool() {
    return new HouseRules(root, sources, classes, List.of());
  }

  /// What in these classes would break, or be baked into, a native executable; for modules that
  /// cannot call [#check] because the testkit itself needs them.
  public static List<String> notNative(JavaClasses classes) {
    var faults = new ArrayList<String>();
    NativeRules.all().forEach(rule -> collect(rule, classes, faults));
    return faults;
  }

  /// All rules; every broken one is named in one failure.
  public void check() {
    var faults = new ArrayList<String>();
    rules().forEach(rule -> collect(rule, classes, faults));
    faults.addAll(new SourceRules(sources).faults());
    if (!faults.isEmpty()) {
      throw new AssertionError(
          faults.size() + " faults in the house:\n" + String.join("\n", faults));
    }
  }

  private List<ArchRule> rules() {
    var all = new ArrayList<ArchRule>();
    all.addAll(RoomRules.of(root));
    all.addAll(edges);
    all.addAll(NativeRules.all());
    all.addAll(QueryRules.all());
    return all;
  }

  private static void collect(ArchRule rule, JavaClasses classes, List<String> faults) {
    var result = rule.allowEmptyShould(true).evaluate(classes);
    if (result.hasViolation()) {
      faults.addAll(result.getFailureReport().getDetails());
    }
  }
}
