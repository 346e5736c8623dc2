package tmi.launcher.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Asks a server's program which version it is.
final class VersionQuestion {

  private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+(\\.\\d+)?");

  private VersionQuestion() {}

  static String ask(Path program) {
    try {
      var process =
          new ProcessBuilder(program.toString(), "--version").redirectErrorStream(true).start();
      var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      var number = NUMBER.matcher(answer);
      return number.find() ? number.group() : "unknown";
    } catch (IOException e) {
      return "unknown";
    }
  }
}
