package tmi.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A state of the project as it was given out: a tag `v…`, or what `TMI_PREVIOUS_RELEASE` names.
record Release(Path checkout, String name) {

  /// The last one before what is checked out; none before the first tag or without a history.
  static Optional<Release> previous(Path checkout) {
    String named = System.getenv("TMI_PREVIOUS_RELEASE");
    if (named != null && !named.isBlank()) {
      return Optional.of(new Release(checkout, named));
    }
    return git(checkout, "describe", "--tags", "--abbrev=0", "--match", "v*", "HEAD^")
        .map(tag -> new Release(checkout, tag.strip()));
  }

  /// Its files, in an empty folder.
  void unpackInto(Path folder) {
    String archive = "git archive " + name + " | tar -x -C '" + folder + "'";
    run(checkout, "sh", "-c", archive).orElseThrow(() -> new AssertionError(archive));
  }

  /// Migration scripts that changed since then, each line a letter (`A`dded, `M`odified, `D`eleted)
  /// and a path.
  List<String> changedScripts() {
    return git(checkout, "diff", "--name-status", "--no-renames", name, "--", "*/db/*/V*.sql")
        .orElseThrow()
        .lines()
        .toList();
  }

  private static Optional<String> git(Path checkout, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    return run(checkout, command.toArray(String[]::new));
  }

  private static Optional<String> run(Path folder, String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(process.getInputStream().readAllBytes());
      return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
