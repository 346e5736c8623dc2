package tmi.image.tar;

import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedSet;
import tmi.image.program.Program;

/// Where the parts of an image come from.
///
/// @param runtime a linked Java runtime
/// @param libraries what it is linked against, each under its own path
/// @param web the built web application, which the gateway serves
public record Sources(
    Path checkout, Path runtime, SortedSet<Path> libraries, Path web, String version) {

  public Sources {
    libraries = Collections.unmodifiableSortedSet(libraries);
  }

  Path built(Program program) {
    return program.built(checkout);
  }
}
