package tmi.image;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tmi.launcher.store.Folders;

/// Starts an unpacked image as an engine would: it sees nothing but its own files, can write only
/// below `/tmp`, and is nobody. Without an engine this takes a mount namespace and `chroot`; who is
/// not root gets them inside a user namespace of his own.
final class Confined {

  private static final String MOUNTS =
      """
      set -e
      root=$1 user=$2; shift 2
      mount --bind "$root" "$root"
      mount --rbind /proc "$root/proc"
      mount --rbind /dev "$root/dev"
      mount -t tmpfs tmpfs "$root/tmp"
      mount -o remount,bind,ro "$root"
      exec chroot ${user:+--userspec=$user} "$root" "$@"
      """;

  private Confined() {}

  /// Why this machine cannot; empty when it can.
  static String obstacle() {
    try {
      var root = Files.createTempDirectory("tmi-confined-");
      for (var folder : List.of("proc", "dev", "tmp")) {
        Files.createDirectory(root.resolve(folder));
      }
      var probe = MOUNTS.replaceFirst("(?m)^exec chroot.*$", "");
      var process = new ProcessBuilder(command(root, "", probe, List.of())).start();
      var words = new String(process.getErrorStream().readAllBytes()).strip();
      var exit = process.waitFor();
      Folders.delete(root);
      return exit == 0 ? "" : "no mount namespace here: " + words;
    } catch (IOException e) {
      return "no mount namespace here: " + e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  static Process start(UnpackedImage image, Map<String, String> settings, File log)
      throws IOException {
    var builder =
        new ProcessBuilder(
                command(image.root(), isRoot() ? image.user() : "", MOUNTS, image.entryPoint()))
            .redirectErrorStream(true)
            .redirectOutput(log);
    var path = System.getenv("PATH");
    builder.environment().clear();
    builder.environment().put("PATH", path + ":/usr/sbin:/sbin");
    builder.environment().putAll(image.environment());
    builder.environment().putAll(settings);
    return builder.start();
  }

  private static List<String> command(
      Path root, String user, String script, List<String> entryPoint) {
    var all = new ArrayList<>(List.of("unshare", "--mount"));
    if (!isRoot()) {
      all.add("--map-root-user");
    }
    all.addAll(List.of("sh", "-c", script, "sh", root.toString(), user));
    all.addAll(entryPoint);
    return all;
  }

  static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }
}
