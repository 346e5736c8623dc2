package tmi.launcher.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// The files and folders that something is made of.
record Sources(List<Path> places) {

  private static final Set<String> NOT_SOURCE =
      Set.of("node_modules", "dist", "reports", ".vite", "test-results");

  Sources {
    places = List.copyOf(places);
  }

  /// Whether nothing here is younger. Folders count too: a deleted file leaves only their time.
  boolean areOlderThan(FileTime time) {
    return entries().stream().allMatch(entry -> modified(entry).compareTo(time) <= 0);
  }

  /// Changes when a name or a content changes, not when a file is merely touched, as by git.
  String fingerprint() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var entry : entries()) {
        if (Files.isRegularFile(entry)) {
          digest.update(entry.toString().getBytes(StandardCharsets.UTF_8));
          digest.update(Files.readAllBytes(entry));
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Path> entries() {
    var found = new ArrayList<Path>();
    var collector =
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (isBuilt(folder)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            found.add(folder);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.add(file);
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      for (var place : places) {
        if (Files.exists(place)) {
          Files.walkFileTree(place, collector);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    found.sort(null);
    return found;
  }

  /// A package may be called `target` too: only the one beside a `pom.xml` is Maven's.
  private static boolean isBuilt(Path folder) {
    var name = folder.getFileName().toString();
    return NOT_SOURCE.contains(name)
        || name.equals("target") && Files.exists(folder.resolveSibling("pom.xml"));
  }

  private static FileTime modified(Path entry) {
    try {
      return Files.getLastModifiedTime(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
