package tmi.launcher.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The servers' programs, unpacked once a folder and version.
public final class Binaries {

  private static final String POSTGRES = "/postgres-linux-x86_64.txz";
  private static final String REDIS = "/redis-server-6.2.6-v5-linux-amd64";

  private final Path folder;

  public Binaries(Path folder) {
    this.folder = folder;
  }

  /// The folder that has `bin/postgres` below it.
  public Path postgres() throws IOException {
    return unpacked(POSTGRES, "postgres", Binaries::untar);
  }

  public Path redis() throws IOException {
    return unpacked(REDIS, "redis", Binaries::copy).resolve("redis-server");
  }

  private interface Unpacking {
    void unpack(InputStream packed, Path target) throws IOException;
  }

  private Path unpacked(String resource, String name, Unpacking unpacking) throws IOException {
    try (var packed = Binaries.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new IOException("the class path lacks " + resource);
      }
      // The packed size changes with each version that anybody publishes.
      var target = folder.resolve(name + "-" + size(resource));
      if (!Files.isDirectory(target)) {
        Files.createDirectories(folder);
        var unfinished = Files.createTempDirectory(folder, name + "-");
        unpacking.unpack(packed, unfinished);
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        publish(unfinished, target);
      }
      return target;
    }
  }

  private static long size(String resource) throws IOException {
    return Binaries.class.getResource(resource).openConnection().getContentLengthLong();
  }

  /// Moved in one step: a launcher that is killed, or a second one, never meets half of it. Where
  /// another was first, its folder stays: which exception says so depends on the system.
  static void publish(Path unfinished, Path target) throws IOException {
    try {
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(target)) {
        throw e;
      }
      Folders.delete(unfinished);
    }
  }

  private static void copy(InputStream packed, Path target) throws IOException {
    var program = target.resolve("redis-server");
    Files.copy(packed, program);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void untar(InputStream packed, Path target) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, target.resolve(entry.getName()).normalize());
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, file);
      Files.setPosixFilePermissions(
          file,
          PosixFilePermissions.fromString(
              (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
