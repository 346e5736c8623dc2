package tmi.launcher.build;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import tmi.launcher.Checkout;
import tmi.launcher.Refusal;

/// Runs a build tool, with all that it says in `build.log` and its progress shown.
final class Tool {

  private final Checkout checkout;
  private final Consumer<String> say;

  Tool(Checkout checkout, Consumer<String> say) {
    this.checkout = checkout;
    this.say = say;
  }

  /// @param what the sentence's subject when it fails: `The Java build`
  void run(String what, Path folder, List<String> command) throws IOException {
    var log = checkout.log("build");
    var output = new BuildOutput();
    var process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    try (var lines = process.inputReader();
        var writer =
            Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        keep(writer, line);
        output.progress(line).ifPresent(say);
      }
    }
    if (exit(process) != 0) {
      throw new Refusal(
          "%s failed (%s): see %s, correct it and start again."
              .formatted(what, output.firstError().orElse("it did not say why"), log));
    }
  }

  private static void keep(BufferedWriter writer, String line) throws IOException {
    writer.write(line);
    writer.newLine();
    writer.flush();
  }

  private static int exit(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new Refusal("The build was interrupted: run it again.", e);
    }
  }
}
