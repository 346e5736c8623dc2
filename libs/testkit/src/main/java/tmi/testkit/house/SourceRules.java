package tmi.testkit.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/// What only the source shows: sizes, missing plaques, `synchronized` blocks.
final class SourceRules {

  private static final int MAX_CLASS = 300;

  private final Path sources;

  SourceRules(Path sources) {
    this.sources = sources;
  }

  List<String> faults() {
    var files = javaFiles();
    if (files.isEmpty()) {
      return List.of("no sources below " + sources.toAbsolutePath());
    }
    var faults = new ArrayList<String>();
    files.forEach(file -> addLength(file, faults));
    files.stream().map(Path::getParent).distinct().forEach(room -> addPlaque(room, faults));
    faults.addAll(insides(files));
    return faults;
  }

  private List<Path> javaFiles() {
    try (var tree = Files.walk(sources)) {
      return tree.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addLength(Path file, List<String> faults) {
    try (var lines = Files.lines(file)) {
      var count = lines.count();
      if (count > MAX_CLASS) {
        faults.add("%s has %d lines, at most %d".formatted(name(file), count, MAX_CLASS));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addPlaque(Path room, List<String> faults) {
    if (!Files.exists(room.resolve("package-info.java"))) {
      faults.add(name(room) + " has no package-info.java that says what the room is for");
    }
  }

  /// Parsed by the compiler: a line count by eye would take strings and comments for code.
  private List<String> insides(List<Path> files) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      var faults = new ArrayList<String>();
      for (CompilationUnitTree unit : task.parse()) {
        var name = name(Path.of(unit.getSourceFile().toUri()));
        faults.addAll(MethodScan.faultsOf(name, unit, task));
      }
      return faults;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String name(Path file) {
    return sources.toAbsolutePath().relativize(file.toAbsolutePath()).toString();
  }
}
