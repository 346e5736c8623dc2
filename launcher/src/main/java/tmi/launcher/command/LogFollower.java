package tmi.launcher.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What is added to a log from now on; starts over when the log was emptied by its rotation.
final class LogFollower {

  private final Path log;
  private long position;

  private LogFollower(Path log, long position) {
    this.log = log;
    this.position = position;
  }

  static LogFollower fromEnd(Path log) throws IOException {
    return new LogFollower(log, Files.exists(log) ? Files.size(log) : 0);
  }

  /// Whole lines only; a half one comes with its other half.
  List<String> newLines() {
    if (!Files.exists(log)) {
      return List.of();
    }
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      if (file.length() < position) {
        position = 0;
      }
      var bytes = new byte[(int) Math.min(file.length() - position, 1 << 20)];
      file.seek(position);
      file.readFully(bytes);
      var text = new String(bytes, StandardCharsets.UTF_8);
      var end = text.lastIndexOf('\n') + 1;
      position += text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
      return text.substring(0, end).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
