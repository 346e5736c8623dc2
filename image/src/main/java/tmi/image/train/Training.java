package tmi.image.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tmi.image.program.JavaArguments;
import tmi.image.program.Program;
import tmi.testkit.Stores;

/// `image/train <program> <folder> [<java>]`: leaves `app.aot` and `java.args` in the folder, which
/// must be where it will be in the image, as must the Java that is used: a cache knows both.
public final class Training {

  /// Some dozen rounds, so that what is asked often is known to be so.
  private static final int ROUNDS = 30;

  /// Seals what the training writes into a database that is thrown away.
  private static final String KEY = "00".repeat(32);

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
    var stores = Stores.forService(program.databaseRole().substring("tmi_".length()));
    var settings = new HashMap<>(stores.start());
    settings.putAll(more(program));
    try {
      var person = stores.tokens().administrator("trainer");
      var trainee = Trainee.start(java, program, folder, cache, settings);
      var round = Round.in(checkout.resolve("image/calls").resolve(program.module()));
      for (int i = 0; i < ROUNDS; i++) {
        round.run(trainee.port(), person.bearer(), program == Program.GATEWAY);
      }
      trainee.end();
    } finally {
      stores.stop();
    }
    if (!Files.exists(cache)) {
      throw new IllegalStateException("the JVM wrote no cache: see what it said above");
    }
    System.out.printf("%s: %d MB%n", cache, Files.size(cache) >> 20);
  }

  /// What a service does not start without, and the web files' place.
  private Map<String, String> more(Program program) {
    return switch (program) {
      case AUTH -> Map.of("TMI_KEY_ENCRYPTION_KEY", KEY, "OAUTH_PROVIDERS_TMI_ENABLED", "true");
      case WEBHOOK -> Map.of("TMI_WEBHOOK_SECRET_KEY", KEY);
      case GATEWAY -> Map.of("TMI_WEB_ROOT", folder.resolve("web").toString());
      default -> Map.of();
    };
  }
}
