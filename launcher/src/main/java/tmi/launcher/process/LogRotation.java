package tmi.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Keeps a log below a size. Parts append to their log by themselves, so that it goes on when the
/// launcher is killed; therefore it is copied and emptied, not moved.
public final class LogRotation {

  private static final long MAX_BYTES = 20L << 20;
  private static final int KEPT = 3;

  private final long maxBytes;

  public LogRotation() {
    this(MAX_BYTES);
  }

  LogRotation(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  public void rotate(Path log) {
    try {
      if (!Files.exists(log) || Files.size(log) <= maxBytes) {
        return;
      }
      for (int i = KEPT - 1; i > 0; i--) {
        if (Files.exists(numbered(log, i))) {
          Files.move(numbered(log, i), numbered(log, i + 1), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      Files.copy(log, numbered(log, 1), StandardCopyOption.REPLACE_EXISTING);
      try (var channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
        channel.truncate(0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path numbered(Path log, int number) {
    return log.resolveSibling(log.getFileName() + "." + number);
  }
}
