package tmi.image.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The libraries outside a runtime that it is linked against: those of libc, and the loader.
public final class SystemLibraries {

  private static final Pattern LIBRARY = Pattern.compile("(?:\\S+ => )?(/\\S+) \\(0x[0-9a-f]+\\)");

  private SystemLibraries() {}

  /// Each under the name by which it is looked for.
  public static SortedSet<Path> of(Path runtime) {
    var found = new TreeSet<Path>();
    for (var binary : binaries(runtime)) {
      for (var line : Command.run("ldd", binary.toString())) {
        var match = LIBRARY.matcher(line.strip());
        if (match.matches() && !match.group(1).startsWith(runtime.toString())) {
          found.add(Path.of(match.group(1)));
        }
      }
    }
    return found;
  }

  private static List<Path> binaries(Path runtime) {
    try (var libraries = Files.walk(runtime.resolve("lib"))) {
      var all =
          new TreeSet<Path>(libraries.filter(file -> file.toString().endsWith(".so")).toList());
      all.add(runtime.resolve("bin/java"));
      return List.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
