package tmi.image.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tmi.image.program.Program;

/// Libraries with native methods, or with calls that the JDK restricts: each needs support of its
/// own in an executable, so a new one is a question for a review.
class NativeMethodsTest {

  private static final Set<String> KNOWN_TO_QUARKUS =
      new TreeSet<>(
          Set.of(
              "io.netty.netty-common",
              "io.netty.netty-transport-native-unix-common",
              "com.aayushatharva.brotli4j.brotli4j",
              "io.smallrye.common.smallrye-common-net"));

  /// One that the build changed has a word in front of its name.
  private static final Pattern JAR =
      Pattern.compile("(?m)^.*/(?:modified-)?([^/\\s]+?)-\\d[^/\\s]*\\.jar");

  @ParameterizedTest
  @EnumSource(value = Program.class, mode = EnumSource.Mode.EXCLUDE, names = "MIGRATION")
  void onlyLibrariesThatQuarkusKnowsHaveNativeMethods(Program service) {
    var jars =
        NativeSources.of(service).libraries().stream()
            .map(Path::toString)
            .collect(Collectors.joining(":"));
    var said = new StringWriter();
    var out = new PrintWriter(said);

    ToolProvider.findFirst("jnativescan")
        .orElseThrow()
        .run(out, out, "--release", "25", "--class-path", jars);

    var found = new TreeSet<String>();
    JAR.matcher(said.toString()).results().forEach(match -> found.add(match.group(1)));
    assertThat(found).isEqualTo(KNOWN_TO_QUARKUS);
  }
}
