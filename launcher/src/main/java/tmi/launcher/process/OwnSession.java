package tmi.launcher.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Puts a command into a session of its own. Otherwise Ctrl-C in the terminal would reach the
/// stores and services themselves, and the stores would be gone before the services are done.
public final class OwnSession {

  private OwnSession() {}

  public static List<String> of(List<String> command) {
    var setsid = Stream.of("/usr/bin/setsid", "/bin/setsid").map(Path::of).filter(Files::exists);
    var all = new ArrayList<>(setsid.findFirst().map(Path::toString).stream().toList());
    all.addAll(command);
    return List.copyOf(all);
  }
}
