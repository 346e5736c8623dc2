package tmi.image.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tmi.image.program.Program;

class ResourcesTest {

  /// Read by the build alone, or by the migration, which is no native program.
  private static final Set<String> NOT_READ_BY_A_SERVICE =
      Set.of("META-INF/", "db/", "application.yaml");

  @ParameterizedTest
  @EnumSource(value = Program.class, mode = EnumSource.Mode.EXCLUDE, names = "MIGRATION")
  void everyFileThatAServiceReadsIsInItsExecutable(Program service) {
    var sources = NativeSources.of(service);
    var files = new TreeSet<String>();
    for (var path : sources.ourJars()) {
      try (var jar = new JarFile(path.toFile())) {
        jar.stream().map(JarEntry::getName).filter(ResourcesTest::isRead).forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    files.removeIf(file -> sources.resources().stream().anyMatch(file::matches));

    assertThat(files).isEmpty();
  }

  private static boolean isRead(String entry) {
    return !entry.endsWith("/")
        && !entry.endsWith(".class")
        && NOT_READ_BY_A_SERVICE.stream().noneMatch(entry::startsWith);
  }
}
