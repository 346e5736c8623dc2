package tmi.launcher.command;

import java.io.IOException;
import java.nio.file.Path;
import tmi.launcher.Checkout;

/// `./tmi backup FILE`
record Backup(Path file) implements Order {

  private static final long NEEDED_BYTES = 50L << 20;

  @Override
  public int run(Checkout checkout) throws IOException {
    checkout.prepare(NEEDED_BYTES);
    new tmi.launcher.backup.Backup(checkout, Up::say).to(file.toAbsolutePath());
    return 0;
  }
}
