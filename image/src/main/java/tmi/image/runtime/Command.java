package tmi.image.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// A program of the system that is run to its end.
final class Command {

  private Command() {}

  /// The lines that it said.
  static List<String> run(String... command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      List<String> lines;
      try (var output = process.inputReader()) {
        lines = output.lines().toList();
      }
      if (process.waitFor() != 0) {
        throw new IllegalStateException(
            "%s failed: %s".formatted(command[0], String.join("; ", lines)));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(command[0] + " was interrupted", e);
    }
  }
}
