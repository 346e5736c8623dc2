package tmi.launcher.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tmi.launcher.Refusal;

/// Reads the one file of a backup. It is read to its end and its checksum compared before anything
/// of it is unpacked: what a damaged one spells could be any name and any kind of file.
final class BackupReader implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final long TELL_EVERY = 64L << 20;
  private static final int LONGEST_MANIFEST = 4096;

  private final TarArchiveInputStream tar;
  private final Consumer<String> say;

  BackupReader(Path file, Consumer<String> say) throws IOException {
    try (var whole = plain(file)) {
      whole.transferTo(OutputStream.nullOutputStream());
    }
    this.tar = new TarArchiveInputStream(plain(file));
    this.say = say;
  }

  private static InputStream plain(Path file) throws IOException {
    return new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)), BUFFER);
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

  private static Path inside(Path folder, String name) throws IOException {
    try {
      var target = folder.resolve(name).normalize();
      if (target.startsWith(folder) && !target.equals(folder)) {
        return target;
      }
    } catch (InvalidPathException e) {
      throw new IOException("it holds a path that is none", e);
    }
    throw new IOException("it holds the path %s, which leads elsewhere".formatted(name));
  }
}
