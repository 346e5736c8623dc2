package tmi.launcher.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tmi.launcher.Refusal;

/// One command of the test run.
///
/// @param name for people
/// @param variables beside those of the terminal
record Step(String name, Path folder, List<String> command, Map<String, String> variables) {

  Step(String name, Path folder, String... command) {
    this(name, folder, List.of(command), Map.of());
  }

  /// Whether it went well; its output goes to the terminal as it comes.
  boolean run() throws IOException {
    System.out.printf("%n== %s: %s%n", name, String.join(" ", command));
    System.out.flush();
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(variables);
    var process = builder.start();
    try {
      return process.waitFor() == 0;
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new Refusal("The tests were interrupted: run them again.", e);
    }
  }
}
