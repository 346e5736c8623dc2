package tmi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script `tmi` before it hands over, in a folder whose name has letters beyond ASCII. A shell
/// makes that folder: the JVM of the test may not be able to name it.
class ScriptTest {

  private static final String PREPARE =
      """
      home=$(printf '%s/pr\\303\\274f ordner (1)' "$PWD")
      trap 'rm -rf "$home"' EXIT
      mkdir -p "$home/launcher/src/main" "$home/launcher/target/lib" jdk/bin bin
      touch "$home/pom.xml" "$home/launcher/pom.xml" "$home/launcher/target/lib/one.jar"
      touch "$home/launcher/target/launcher.jar"
      echo 'JAVA_VERSION="25.0.1"' > jdk/release
      printf '#!/bin/sh\\necho "locale $LC_ALL"\\n' > jdk/bin/java
      cp jdk/bin/java jdk/bin/javac
      printf '#!/bin/sh\\n%s\\n' "$LOCALE" > bin/locale
      chmod +x jdk/bin/* bin/locale
      cp "$SCRIPT" "$home/tmi"
      LC_ALL=POSIX JAVA_HOME=$PWD/jdk PATH=$PWD/bin:$PATH "$home/tmi" status
      """;

  @TempDir private Path folder;

  @Test
  void itTakesALocaleInWhichTheFolderHasAName() throws Exception {
    var said = run("[ \"$LC_ALL\" = C.UTF-8 ] && echo UTF-8 || echo ANSI_X3.4-1968");

    assertThat(said).isEqualTo("locale C.UTF-8");
  }

  @Test
  void whereThereIsNoneItIsOneSentence() throws Exception {
    var said = run("echo ANSI_X3.4-1968");

    assertThat(said)
        .startsWith("The folder ")
        .endsWith("install a locale such as C.UTF-8 and set LC_ALL to it.")
        .hasLineCount(1);
  }

  /// @param locale what the program `locale` does
  private String run(String locale) throws IOException {
    var builder =
        new ProcessBuilder("sh", "-c", PREPARE)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("SCRIPT", Path.of("../tmi").toRealPath().toString());
    builder.environment().put("LOCALE", locale);
    var process = builder.start();
    try (var output = process.getInputStream()) {
      return new String(output.readAllBytes()).strip();
    }
  }
}
