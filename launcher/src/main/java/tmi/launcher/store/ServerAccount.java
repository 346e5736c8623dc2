package tmi.launcher.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tmi.launcher.Refusal;

/// Under whom PostgreSQL runs: it refuses to be root, and somebody without a name.
///
/// @param prefix what goes before the command
/// @param user the owner that the data folder must have
public record ServerAccount(List<String> prefix, int user) {

  private static final int NOBODY = 65534;

  private static final List<String> STEP_DOWN =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

  /// Keeps the right to walk through folders that others may not enter (a checkout below /root);
  /// the secure bit lets the system call `access` know of it, by which PostgreSQL finds its parts.
  private static final List<String> PASS_FOLDERS =
      List.of(
          "--securebits=+no_setuid_fixup",
          "--inh-caps=+dac_override",
          "--ambient-caps=+dac_override");

  /// Only looks like another user to the server, so the files stay one's own.
  private static final List<String> NAMESPACE = List.of("unshare", "-U");

  static ServerAccount of(int self, Path folder) {
    if (self != 0 && works(List.of("id", "-un"))) {
      return new ServerAccount(List.of(), self);
    }
    if (works(with(NAMESPACE, "true"))) {
      return new ServerAccount(NAMESPACE, self);
    }
    if (self == 0) {
      return steppingDown(folder);
    }
    throw new Refusal(
        "PostgreSQL will not run as user %d, who has no name on this system: add one to /etc/passwd, or set DB_HOST."
            .formatted(self));
  }

  static ServerAccount steppingDown(Path folder) {
    // Not "test -x": it judges by the mode bits and does not see the kept right.
    var probe = List.of("sh", "-c", "cd \"$0\"", folder.toString());
    if (works(with(STEP_DOWN, probe))) {
      return new ServerAccount(STEP_DOWN, NOBODY);
    }
    var passing = new ArrayList<>(STEP_DOWN);
    passing.addAll(PASS_FOLDERS);
    if (works(with(passing, probe))) {
      return new ServerAccount(List.copyOf(passing), NOBODY);
    }
    throw new Refusal(
        ("PostgreSQL will not run as root, and no other user can enter %s here: start as an ordinary"
                + " user, move the checkout to a folder that others may enter, or set DB_HOST.")
            .formatted(folder));
  }

  List<String> command(List<String> command) {
    return with(prefix, command);
  }

  private static List<String> with(List<String> prefix, String... command) {
    return with(prefix, List.of(command));
  }

  private static List<String> with(List<String> prefix, List<String> command) {
    var all = new ArrayList<>(prefix);
    all.addAll(command);
    return List.copyOf(all);
  }

  private static boolean works(List<String> command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
