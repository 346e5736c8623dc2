package tmi.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tmi.launcher.store.Folders;

/// Folders of test runs. A run that was killed could not clear away its own: the next one does.
final class AbandonedFolders {

  private static final String PREFIX = "tmi-test-";

  private AbandonedFolders() {}

  static Path claim() throws IOException {
    return Files.createTempDirectory(parent(), PREFIX + ProcessHandle.current().pid() + "-");
  }

  static void sweep() throws IOException {
    for (var folder : abandoned()) {
      endServersOf(folder);
      Folders.delete(folder);
    }
  }

  private static List<Path> abandoned() throws IOException {
    try (var folders = Files.newDirectoryStream(parent(), PREFIX + "*-*")) {
      var result = new ArrayList<Path>();
      for (var folder : folders) {
        if (Files.isWritable(folder) && !isOwnerAlive(folder)) {
          result.add(folder);
        }
      }
      return result;
    }
  }

  private static boolean isOwnerAlive(Path folder) {
    var pid = folder.getFileName().toString().substring(PREFIX.length()).replaceFirst("-.*", "");
    return pid.isEmpty()
        || ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isPresent();
  }

  private static void endServersOf(Path folder) {
    ProcessHandle.allProcesses()
        .filter(process -> worksBelow(process, folder))
        .forEach(ProcessHandle::destroyForcibly);
  }

  private static boolean worksBelow(ProcessHandle process, Path folder) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd")).startsWith(folder);
    } catch (IOException e) {
      return false; // gone, or somebody else's
    }
  }

  private static Path parent() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }
}
