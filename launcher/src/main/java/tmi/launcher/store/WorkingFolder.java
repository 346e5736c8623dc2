package tmi.launcher.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tells our servers from strangers: each works in its data folder.
final class WorkingFolder {

  private WorkingFolder() {}

  static boolean is(ProcessHandle process, Path folder) {
    try {
      return Files.isSameFile(Path.of("/proc/" + process.pid() + "/cwd"), folder);
    } catch (IOException e) {
      return false; // gone, or somebody else's
    }
  }
}
