package tmi.launcher.command;

import tmi.launcher.Refusal;

/// How a child process ended.
final class Exit {

  private Exit() {}

  static int of(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new Refusal("It was interrupted: run it again.", e);
    }
  }
}
