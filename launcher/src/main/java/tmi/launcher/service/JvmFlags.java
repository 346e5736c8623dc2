package tmi.launcher.service;

import java.util.ArrayList;
import java.util.List;

/// How a service's JVM is started on a developer's machine.
public final class JvmFlags {

  private static final long GIGABYTE = 1L << 30;

  private JvmFlags() {}

  /// The serial collector: five JVMs share a few cores, where parallel collectors would only steal
  /// from each other, and it takes some 40 MB less in each. Heaps are small so that the suite, its
  /// stores and a browser fit into 4 GB; with 8 GB or more they are given room.
  public static List<String> of(long memoryBytes) {
    var heap = memoryBytes >= 7 * GIGABYTE ? "384m" : memoryBytes >= 3 * GIGABYTE ? "256m" : "160m";
    var flags = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xms32m", "-Xmx" + heap));
    // Beside the heap, for what is on its way through sockets; as much as the heap otherwise.
    flags.add("-XX:MaxDirectMemorySize=" + (memoryBytes >= 3 * GIGABYTE ? "128m" : "96m"));
    // A service without memory must die and be started again, not limp.
    flags.add("-XX:+ExitOnOutOfMemoryError");
    // Netty and the JDK's own libraries use these; the warnings would hide real ones in the log.
    flags.add("--enable-native-access=ALL-UNNAMED");
    flags.add("--sun-misc-unsafe-memory-access=allow");
    return List.copyOf(flags);
  }
}
