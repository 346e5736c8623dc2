package tmi.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/// The root of the checkout, whichever module's test runs.
public final class ProjectFolder {

  private ProjectFolder() {}

  public static Path root() {
    var folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("migration/pom.xml"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("tests must run inside the checkout");
    }
    return folder;
  }
}
