package tmi.launcher.build;

import java.util.Optional;
import java.util.regex.Pattern;

/// Turns what Maven says into a few lines of progress, and finds the first error.
final class BuildOutput {

  private static final Pattern MODULE = Pattern.compile("Building (\\S+) .*\\[(\\d+)/(\\d+)]");
  private static final Pattern FETCHED = Pattern.compile("Downloaded from \\S+:.*");
  private static final Pattern ERROR = Pattern.compile("\\[ERROR] +(\\S.*)");
  private static final int FILES_A_LINE = 200;

  private int fetched;
  private String firstError;

  /// A line worth showing, if this one is.
  Optional<String> progress(String line) {
    noteError(line);
    var module = MODULE.matcher(line);
    if (module.find()) {
      return Optional.of(
          "building %s (%s of %s)".formatted(module.group(1), module.group(2), module.group(3)));
    }
    if (FETCHED.matcher(line).find() && ++fetched % FILES_A_LINE == 0) {
      return Optional.of("fetched %d files".formatted(fetched));
    }
    return Optional.empty();
  }

  Optional<String> firstError() {
    return Optional.ofNullable(firstError);
  }

  private void noteError(String line) {
    var error = ERROR.matcher(line);
    if (firstError == null && error.find() && !error.group(1).startsWith("COMPILATION ERROR")) {
      firstError = error.group(1).strip();
    }
  }
}
