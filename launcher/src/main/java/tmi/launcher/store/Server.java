package tmi.launcher.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tmi.launcher.Refusal;
import tmi.launcher.process.OwnSession;

/// A store's process and its log.
final class Server {

  private Server() {}

  static Process spawn(List<String> command, Path folder, Path log) throws IOException {
    var builder =
        new ProcessBuilder(OwnSession.of(command))
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
}
