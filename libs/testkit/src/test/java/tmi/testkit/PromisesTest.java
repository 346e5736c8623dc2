package tmi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/promises.md` names tests: they exist.
class PromisesTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/promises.md"));
    List<String> sources = testSources();

    assertThat(NAMED.matcher(page).results())
        .isNotEmpty()
        .allSatisfy(named -> assertThat(sources).anyMatch(source -> holds(source, named)));
  }

  private static boolean holds(String source, MatchResult named) {
    return source.contains("class " + named.group(1) + " {")
        && (named.group(2) == null || source.contains("void " + named.group(2) + "("));
  }

  private static List<String> testSources() throws IOException {
    try (Stream<Path> modules = Files.walk(ROOT, 2)) {
      return modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(PromisesTest::javaFiles)
          .map(PromisesTest::read)
          .toList();
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try {
      return Files.walk(folder).filter(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
