package tmi.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Signals that Java cannot send by itself.
public enum Signal {
  INT,
  TERM;

  public void to(ProcessHandle process) {
    try {
      new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(name(), process.pid()))
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
