package tmi.launcher.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import tmi.launcher.Checkout;
import tmi.launcher.Refusal;
import tmi.launcher.secret.Secrets;
import tmi.launcher.status.RunLock;
import tmi.launcher.status.State.PartState;
import tmi.launcher.status.StateFile;
import tmi.launcher.store.Binaries;
import tmi.launcher.store.Postgres;

/// Writes the launcher's own PostgreSQL and the secrets into one file, of one moment.
public final class Backup {

  static final String DATA = "postgres";
  static final String SECRETS = "secrets";

  private final Checkout checkout;
  private final Consumer<String> say;

  public Backup(Checkout checkout, Consumer<String> say) {
    this.checkout = checkout;
    this.say = say;
  }

  /// While the suite runs it goes on running; while it rests nobody starts it meanwhile.
  public void to(Path file) throws IOException {
    if (Files.exists(file)) {
      throw new Refusal("%s exists already: name another file.".formatted(file));
    }
    if (!Files.exists(data().resolve("PG_VERSION"))) {
      throw new Refusal(
          "There is nothing to back up in %s: a store of your own (DB_HOST) is backed up with pg_dump."
              .formatted(checkout.data()));
    }
    var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    Files.deleteIfExists(unfinished);
    try {
      write(unfinished);
      Files.move(unfinished, file);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    say.accept(
        "wrote %s (%d MB): it holds all data, every password and both keys, so keep it safe"
            .formatted(file, Math.max(1, Files.size(file) >> 20)));
  }

  private void write(Path file) throws IOException {
    try (var resting = RunLock.take(checkout).orElse(null);
        var writer = new BackupWriter(file, say)) {
      writer.text(Manifest.NAME, Manifest.of(version()).bytes());
      writer.folder(checkout.secrets(), SECRETS, path -> true);
      if (resting == null) {
        online().into(writer, DATA);
      } else {
        Postgres.endOrphan(data());
        writer.folder(data(), DATA, path -> !path.toString().startsWith("postmaster."));
      }
    }
  }

  private OnlineCopy online() throws IOException {
    var port =
        new StateFile(checkout)
            .read().parts().stream()
                .filter(part -> part.name().equals(DATA) && part.pid() != 0)
                .mapToInt(PartState::port)
                .findFirst()
                .orElseThrow(() ->
                    new Refusal(
                        "The suite runs without a PostgreSQL of its own just now: wait until ./tmi"
                            + " status shows it ready, or use pg_dump on your own store (DB_HOST)."));
    return new OnlineCopy(data(), port, new Secrets(checkout.secrets()).value(DATA));
  }

  private String version() throws IOException {
    return Postgres.versionOf(new Binaries(checkout.programs()));
  }

  private Path data() {
    return checkout.data().resolve(DATA);
  }
}
