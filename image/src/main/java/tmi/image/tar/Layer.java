package tmi.image.tar;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// One layer in the making. Everything in it belongs to root and can only be read: a process that
/// is taken over cannot change its own program.
final class Layer {

  /// Not zero: some tools take that for "unknown".
  static final Instant TIME = Instant.EPOCH.plusSeconds(1);

  private static final String OWNER = "0:0";
  private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("555");
  private static final FilePermissions FILE = FilePermissions.fromOctalString("444");
  private static final FilePermissions FOLDER = FilePermissions.fromOctalString("755");
  private static final FilePermissions PASSING = FilePermissions.fromOctalString("777");

  private final FileEntriesLayer.Builder entries = FileEntriesLayer.builder();
  private final Path emptyFolder;

  /// @param emptyFolder stands for the folders that are in no source
  Layer(String name, Path emptyFolder) {
    entries.setName(name);
    this.emptyFolder = emptyFolder;
  }

  Layer tree(Path source, String target) {
    for (var file : filesOf(source)) {
      var name = source.relativize(file).toString();
      add(file, name.isEmpty() ? target : target + "/" + name);
    }
    return this;
  }

  Layer file(Path source, String target) {
    add(source, target);
    return this;
  }

  Layer folder(String target) {
    return put(emptyFolder, target, FOLDER);
  }

  /// Where everybody may write while it runs: `/tmp`.
  Layer passingFolder(String target) {
    return put(emptyFolder, target, PASSING);
  }

  FileEntriesLayer build() {
    return entries.build();
  }

  private void add(Path source, String target) {
    if (Files.isDirectory(source)) {
      put(source, target, FOLDER);
    } else {
      put(source, target, Files.isExecutable(source) ? PROGRAM : FILE);
    }
  }

  private Layer put(Path source, String target, FilePermissions permissions) {
    entries.addEntry(source, AbsoluteUnixPath.get(target), permissions, TIME, OWNER);
    return this;
  }

  private static List<Path> filesOf(Path source) {
    try (var tree = Files.walk(source)) {
      return tree.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
