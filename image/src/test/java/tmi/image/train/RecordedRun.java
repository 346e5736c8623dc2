package tmi.image.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tmi.image.program.Program;
import tmi.testkit.ProjectFolder;

/// One round of calls on a service as it was built for `./tmi up`.
public final class RecordedRun {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin/java");

  private RecordedRun() {}

  /// @param options of its JVM
  public static void of(Program program, List<String> options)
      throws IOException, InterruptedException {
    var root = ProjectFolder.root();
    new TrialRun(root, program.built(root), JAVA).run(program, options, 1);
  }
}
