package tmi.launcher.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tmi.launcher.Refusal;

/// A store's process and its log.
final class Server {

  private Server() {}

  /// In a session of its own, or Ctrl-C in the terminal would end the stores before the services.
  static Process spawn(List<String> command, Path folder, Path log) throws IOException {
    var all = new ArrayList<>(List.of("setsid"));
    all.addAll(command);
    var builder =
        new ProcessBuilder(all)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }

  static int exitOf(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new Refusal("The start was interrupted: run it again.", e);
    }
  }

  static String lastLine(Path log) {
    try {
      var lines = Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList();
      return lines.isEmpty() ? "no word in its log" : lines.getLast().strip();
    } catch (IOException e) {
      return "its log cannot be read: " + e.getMessage();
    }
  }
}
