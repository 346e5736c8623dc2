package tmi.launcher.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tmi.launcher.Refusal;

/// Reads the one file of a backup. Its checksum is compared at the end, so a file that is cut short
/// or damaged is found out before anything of it is used.
final class BackupReader implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final long TELL_EVERY = 64L << 20;
  private static final int LONGEST_MANIFEST = 4096;

  private final InputStream plain;
  private final TarArchiveInputStream tar;
  private final Consumer<String> say;

  BackupReader(Path file, Consumer<String> say) throws IOException {
    this.plain = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)), BUFFER);
    this.tar = new TarArchiveInputStream(plain);
    this.say = say;
  }

  Manifest manifest() throws IOException {
    var entry = tar.getNextEntry();
    if (entry == null || !entry.getName().equals(Manifest.NAME)) {
      throw new Refusal("This is no backup of ./tmi backup: name another file.");
    }
    return Manifest.read(tar.readNBytes(LONGEST_MANIFEST));
  }

  /// Unpacks all that follows, readable by its owner alone.
  void into(Path folder) throws IOException {
    long copied = 0;
    long told = 0;
    for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      write(entry, inside(folder, entry.getName()));
      copied += entry.getSize();
      if (copied - told >= TELL_EVERY) {
        told = copied;
        say.accept("%d MB restored".formatted(copied >> 20));
      }
    }
    plain.transferTo(OutputStream.nullOutputStream()); // up to the checksum
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }

  private void write(TarArchiveEntry entry, Path target) throws IOException {
    if (entry.isDirectory()) {
      folder(target);
      return;
    }
    folder(target.getParent());
    Files.copy(tar, target);
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
  }

  private static void folder(Path folder) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static Path inside(Path folder, String name) {
    var target = folder.resolve(name).normalize();
    if (!target.startsWith(folder) || target.equals(folder)) {
      throw new Refusal("The backup holds the path %s, which leads elsewhere.".formatted(name));
    }
    return target;
  }
}
