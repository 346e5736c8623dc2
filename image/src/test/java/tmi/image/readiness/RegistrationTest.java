package tmi.image.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tmi.image.program.Program;

/// An executable answers 500, or an empty object, where a type was not registered; so each type
/// that crosses JSON must be.
class RegistrationTest {

  @ParameterizedTest
  @EnumSource(value = Program.class, mode = EnumSource.Mode.EXCLUDE, names = "MIGRATION")
  void everyTypeThatCrossesJsonIsRegistered(Program service) throws IOException {
    var sources = NativeSources.of(service);
    try (var loader = sources.loader()) {
      var types = OurTypes.in(sources, loader).all();
      var readByName = namedInCode(sources);
      var roots =
          types.stream()
              .flatMap(type ->
                  readByName.contains(type.getName())
                      ? Stream.concat(Stream.of((Type) type), JsonRoots.of(type).stream())
                      : JsonRoots.of(type).stream());

      var missing = new TreeSet<>(JsonTypes.reachedFrom(roots));
      missing.removeAll(sources.registered());

      assertThat(missing).isEmpty();
    }
  }

  /// A record whose class is handed to somebody (`mapper.readValue(text, Pending.class)`) is one
  /// that somebody makes by reflection.
  private static Set<String> namedInCode(NativeSources sources) {
    return new ClassFileImporter()
        .importPaths(sources.ourJars()).stream()
            .flatMap(type -> type.getReferencedClassObjects().stream())
            .map(reference -> reference.getRawType())
            .filter(JavaClass::isRecord)
            .map(JavaClass::getName)
            .collect(Collectors.toSet());
  }
}
