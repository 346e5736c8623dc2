package tmi.bench.fuzz;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import tmi.bench.suite.ServiceProcess;

/// What a process of ours holds at one moment.
///
/// @param heap bytes that live after a full collection
/// @param files open descriptors, sockets included
record Use(String name, long heap, int files, int threads) {
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  static Use of(ServiceProcess process) {
    String proc = "/proc/" + process.pid();
    return new Use(
        process.name(), heap(process.pid()), entries(proc + "/fd"), entries(proc + "/task"));
  }

  private static int entries(String folder) {
    String[] names = new File(folder).list();
    return names == null ? 0 : names.length;
  }

  private static long heap(long pid) {
    jcmd(pid, "GC.run");
    return jcmd(pid, "GC.heap_info")
            .lines()
            .filter(line -> line.contains("total ") && !line.contains("etaspace"))
            .map(USED::matcher)
            .mapToLong(used -> used.find() ? Long.parseLong(used.group(1)) : 0)
            .sum()
        << 10;
  }

  private static String jcmd(long pid, String command) {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  "" + pid,
                  command)
              .redirectErrorStream(true)
              .start();
      return new String(process.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
