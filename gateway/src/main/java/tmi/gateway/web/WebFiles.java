package tmi.gateway.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// The files that exist, by the path that asks for them. What is not in the list is not served, so
/// no path can lead out of the folder.
record WebFiles(Map<String, WebFile> byPath) {
  static final String INDEX = "index.html";

  static WebFiles in(Path root) {
    if (!Files.isDirectory(root)) {
      return new WebFiles(Map.of());
    }
    Map<String, WebFile> found = new HashMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = root.relativize(file).toString().replace('\\', '/');
        found.put(name, WebFile.of(file, name, Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the web files in " + root, e);
    }
    return new WebFiles(Map.copyOf(found));
  }

  boolean isBuilt() {
    return byPath.containsKey(INDEX);
  }

  /// The file for a path below `/app/`; screens of the application, which are no files, get the
  /// index. Null for a file that does not exist.
  WebFile find(String path) {
    WebFile file = byPath.get(path);
    boolean screen = file == null && path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
    return screen ? byPath.get(INDEX) : file;
  }

  /// The same file compressed, when the build left one; null otherwise.
  WebFile compressed(String path, String suffix) {
    return byPath.get(path + suffix);
  }
}
