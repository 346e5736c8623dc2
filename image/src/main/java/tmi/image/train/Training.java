package tmi.image.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tmi.image.program.JavaArguments;
import tmi.image.program.Program;

/// `image/train <program> <folder> [<java>]`: leaves `app.aot` and `java.args` in the folder, which
/// must be where it will be in the image, as must the Java that is used: a cache knows both.
public final class Training {

  /// Some dozen rounds, so that what is asked often is known to be so.
  private static final int ROUNDS = 30;

  private final Path checkout;
  private final Path folder;
  private final Path java;

  Training(Path checkout, Path folder, Path java) {
    this.checkout = checkout;
    this.folder = folder;
    this.java = java;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    var own = Path.of(System.getProperty("java.home"), "bin/java");
    var folder = Path.of(args[2]).toAbsolutePath().normalize();
    var java = args.length > 3 ? Path.of(args[3]) : own;
    new Training(Path.of(args[0]), folder, java).run(Program.named(args[1]));
    System.exit(0); // the stores' clean-up is a hook
  }

  void run(Program program) throws IOException, InterruptedException {
    if (program.isService()) {
      train(program);
    }
    // Written for the migration too: it has no cache, but starts by the same entry point.
    Files.write(
        folder.resolve("java.args"),
        JavaArguments.of(program, folder.toString(), program.isService()));
  }

  private void train(Program program) throws IOException, InterruptedException {
    var cache = folder.resolve("app.aot");
    Files.deleteIfExists(cache);
    // The collector is the one that a JVM chooses in a container with little memory.
    var options = List.of("-XX:+UseSerialGC", "-XX:AOTCacheOutput=" + cache);
    new TrialRun(checkout, folder, java).run(program, options, ROUNDS);
    if (!Files.exists(cache)) {
      throw new IllegalStateException("the JVM wrote no cache: see what it said above");
    }
    System.out.printf("%s: %d MB%n", cache, Files.size(cache) >> 20);
  }
}
