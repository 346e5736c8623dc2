package tmi.launcher.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `postmaster.pid` says about a data folder.
final class Postmaster {

  private static final int STATUS_LINE = 7;

  private Postmaster() {}

  static boolean isReady(Path data, long pid) {
    var lines = lines(data);
    return lines.size() > STATUS_LINE
        && lines.getFirst().strip().equals(Long.toString(pid))
        && lines.get(STATUS_LINE).strip().equals("ready");
  }

  /// The server that works on this folder. The number alone would not do: after a restart of the
  /// machine it may belong to anybody.
  static Optional<ProcessHandle> running(Path data) {
    return lines(data).stream()
        .findFirst()
        .map(String::strip)
        .filter(text -> text.matches("\\d+"))
        .flatMap(text -> ProcessHandle.of(Long.parseLong(text)))
        .filter(process -> WorkingFolder.is(process, data));
  }

  private static List<String> lines(Path data) {
    try {
      return Files.readAllLines(data.resolve("postmaster.pid"));
    } catch (IOException e) {
      return List.of(); // no server, or one that is just writing it
    }
  }
}
