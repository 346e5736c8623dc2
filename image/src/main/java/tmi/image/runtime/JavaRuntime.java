package tmi.image.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// A runtime with those modules of the JDK that the programs use.
public final class JavaRuntime {

  private JavaRuntime() {}

  /// Makes it in a folder that does not exist yet.
  ///
  /// @param modules the file that names the modules, one in a line; the Dockerfile reads it too
  public static Path link(Path modules, Path folder) {
    Command.run(
        Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
        "--add-modules",
        namesIn(modules),
        "--strip-java-debug-attributes",
        "--no-header-files",
        "--no-man-pages",
        "--output",
        folder.toString());
    return folder;
  }

  static String namesIn(Path modules) {
    try (var lines = Files.lines(modules)) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.joining(","));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
