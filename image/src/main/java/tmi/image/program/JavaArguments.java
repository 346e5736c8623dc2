package tmi.image.program;

import java.util.ArrayList;
import java.util.List;

/// How an image's JVM is started. The arguments lie in a file beside the program, so that the entry
/// point is the same exec form for all. What an operator may want otherwise is not among them,
/// since arguments win over variables: it is in [#OPTIONS].
public final class JavaArguments {

  /// The value of `JAVA_TOOL_OPTIONS` unless an operator sets another. What is on its way through
  /// sockets lies beside the heap and has a bound of its own. Without memory a service must die and
  /// be started again, not limp.
  public static final String OPTIONS =
      "-XX:MaxRAMPercentage=60 -XX:MaxDirectMemorySize=96m -XX:+ExitOnOutOfMemoryError";

  private JavaArguments() {}

  /// @param folder where the program lies
  public static List<String> of(Program program, String folder, boolean hasCache) {
    var all = new ArrayList<>(common());
    if (hasCache) {
      // A cache that does not fit the JVM or the jars is left aside.
      all.add("-XX:AOTCache=" + folder + "/app.aot");
    }
    all.add("-jar");
    all.add(folder + "/" + program.jar());
    return List.copyOf(all);
  }

  /// Netty and the JDK's own libraries use these; the warnings would hide real ones. A cache is
  /// only good for the very modules and rights that it was trained with.
  public static List<String> common() {
    return List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
  }
}
