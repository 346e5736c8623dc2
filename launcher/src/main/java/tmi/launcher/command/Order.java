package tmi.launcher.command;

import java.io.IOException;
import tmi.launcher.Checkout;

/// What the user typed.
public sealed interface Order permits Backup, Demo, Down, Help, Logs, Restore, Status, Test, Up {

  /// Does it, and answers the exit code.
  int run(Checkout checkout) throws IOException;
}
