package tmi.launcher.backup;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import tmi.launcher.Checkout;
import tmi.launcher.Refusal;
import tmi.launcher.status.RunLock;
import tmi.launcher.store.Binaries;
import tmi.launcher.store.Folders;
import tmi.launcher.store.Postgres;
import tmi.launcher.store.Redis;

/// Puts what a backup holds in the place of what is there, while the suite rests. What was there is
/// set aside, never deleted.
public final class Restoration {

  private static final String REDIS = "redis";
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Checkout checkout;
  private final Consumer<String> say;

  public Restoration(Checkout checkout, Consumer<String> say) {
    this.checkout = checkout;
    this.say = say;
  }

  public void from(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new Refusal("%s cannot be read: name a file of ./tmi backup.".formatted(file));
    }
    try (var lock = RunLock.take(checkout).orElseThrow(Restoration::running)) {
      Postgres.endOrphan(checkout.data().resolve(Backup.DATA));
      Redis.endOrphan(checkout.data().resolve(REDIS));
      var unpacked = Files.createTempDirectory(checkout.data(), "restoring-");
      try {
        unpack(file, unpacked);
        replace(unpacked);
      } finally {
        Folders.delete(unpacked);
      }
    }
    say.accept("restored %s: ./tmi up starts it".formatted(file));
  }

  private void unpack(Path file, Path folder) throws IOException {
    try (var backup = new BackupReader(file, say)) {
      backup.manifest().requireReadableBy(version());
      backup.into(folder);
    } catch (IOException e) {
      if (isOfTheDisk(e)) {
        throw e;
      }
      throw new Refusal(
          "%s is no backup, or cut short or damaged (%s): take another copy of it; nothing was changed."
              .formatted(file, e.getMessage()),
          e);
    }
    if (!Files.exists(folder.resolve(Backup.DATA).resolve("PG_VERSION"))) {
      throw new Refusal("%s holds no database: nothing was changed.".formatted(file));
    }
  }

  /// What is not of the disk that is written to is of the file that is read.
  private static boolean isOfTheDisk(IOException failure) {
    var words = String.valueOf(failure.getMessage());
    return failure instanceof FileSystemException
        || words.contains("No space left")
        || words.contains("quota");
  }

  /// Redis begins empty: what it knew belongs to another moment.
  private void replace(Path unpacked) throws IOException {
    var aside = checkout.data().resolve("replaced-" + LocalDateTime.now().format(MOMENT));
    for (var name : List.of(Backup.DATA, Backup.SECRETS, REDIS)) {
      var present = checkout.data().resolve(name);
      if (Files.exists(present)) {
        Files.createDirectories(aside);
        Files.move(present, aside.resolve(name));
      }
    }
    for (var name : List.of(Backup.DATA, Backup.SECRETS)) {
      Files.move(unpacked.resolve(name), checkout.data().resolve(name));
    }
    if (Files.exists(aside)) {
      say.accept("what was there before is in %s".formatted(aside));
    }
  }

  private String version() throws IOException {
    return Postgres.versionOf(new Binaries(checkout.programs()));
  }

  private static Refusal running() {
    return new Refusal("The suite is running: ./tmi down first, then restore.");
  }
}
