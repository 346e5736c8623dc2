package tmi.launcher.command;

import java.io.IOException;
import java.nio.file.Path;
import tmi.launcher.Checkout;
import tmi.launcher.backup.Restoration;

/// `./tmi restore FILE`
record Restore(Path file) implements Order {

  private static final long NEEDED_BYTES = 400L << 20;

  @Override
  public int run(Checkout checkout) throws IOException {
    checkout.prepare(NEEDED_BYTES);
    new Restoration(checkout, Up::say).from(file.toAbsolutePath());
    return 0;
  }
}
