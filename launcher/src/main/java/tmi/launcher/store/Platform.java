package tmi.launcher.store;

import java.nio.file.Files;
import java.nio.file.Path;
import tmi.launcher.Refusal;

/// Where the embedded stores can run.
public final class Platform {

  private static final Path GLIBC = Path.of("/lib64/ld-linux-x86-64.so.2");

  private Platform() {}

  public static void require() {
    require(System.getProperty("os.name"), System.getProperty("os.arch"), Files.exists(GLIBC));
  }

  static void require(String system, String architecture, boolean glibc) {
    if (!system.equals("Linux") || !architecture.equals("amd64") || !glibc) {
      throw new Refusal(
          ("The embedded PostgreSQL and Redis run on Linux x64 with glibc only (this is %s %s):"
                  + " set DB_HOST and REDIS_HOST to servers of your own.")
              .formatted(system, architecture));
    }
  }
}
