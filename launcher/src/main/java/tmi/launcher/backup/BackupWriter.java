package tmi.launcher.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// Writes the one file of a backup: a compressed tar that only its owner may read.
final class BackupWriter implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final long TELL_EVERY = 64L << 20;

  private final TarArchiveOutputStream tar;
  private final Consumer<String> say;
  private long copied;
  private long told;

  BackupWriter(Path file, Consumer<String> say) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    this.tar = new TarArchiveOutputStream(compressed(Files.newOutputStream(file)));
    this.say = say;
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
  }

  void text(String name, byte[] content) throws IOException {
    var entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  /// All below a folder whose path in the folder is wanted.
  void folder(Path folder, String name, Predicate<Path> wanted) throws IOException {
    for (var path : tree(folder)) {
      var inFolder = folder.relativize(path);
      if (!wanted.test(inFolder)) {
        continue;
      }
      var entry = name + "/" + inFolder;
      if (Files.isDirectory(path)) {
        tar.putArchiveEntry(new TarArchiveEntry(entry + "/"));
        tar.closeArchiveEntry();
      } else {
        file(path, entry);
      }
    }
  }

  /// A file of a running server may go, grow or shrink meanwhile: what it then lacks is in the log
  /// that is copied after it.
  void file(Path path, String name) throws IOException {
    try (var content = Files.newInputStream(path)) {
      var entry = new TarArchiveEntry(name);
      entry.setSize(Files.size(path));
      tar.putArchiveEntry(entry);
      copy(content, entry.getSize());
      tar.closeArchiveEntry();
    } catch (NoSuchFileException e) {
      return; // dropped since the folder was listed
    }
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }

  private void copy(InputStream content, long size) throws IOException {
    var buffer = new byte[BUFFER];
    var left = size;
    while (left > 0) {
      var read = content.readNBytes(buffer, 0, (int) Math.min(left, BUFFER));
      if (read == 0) {
        Arrays.fill(buffer, (byte) 0);
        read = (int) Math.min(left, BUFFER);
      }
      tar.write(buffer, 0, read);
      left -= read;
      copied += read;
      tell();
    }
  }

  private void tell() {
    if (copied - told >= TELL_EVERY) {
      told = copied;
      say.accept("%d MB copied".formatted(copied >> 20));
    }
  }

  private static List<Path> tree(Path folder) throws IOException {
    var paths = new ArrayList<Path>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
            return add(visited);
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return add(file);
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE; // dropped since its folder was listed
            }
            throw failure;
          }

          private FileVisitResult add(Path path) {
            if (!path.equals(folder)) {
              paths.add(path);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return paths;
  }

  /// The fast level: the segments of the log are mostly empty and shrink at any.
  private static OutputStream compressed(OutputStream file) throws IOException {
    return new BufferedOutputStream(
        new GZIPOutputStream(file, BUFFER) {
          {
            def.setLevel(Deflater.BEST_SPEED);
          }
        },
        BUFFER);
  }
}
