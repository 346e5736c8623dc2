package tmi.launcher.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/// Reads what the web test runner left in `web/reports`.
final class WebReports {

  private final Path folder;

  WebReports(Path folder) {
    this.folder = folder;
  }

  Tally since(FileTime begin) throws IOException {
    var sum = Tally.NOTHING;
    if (!Files.isDirectory(folder)) {
      return sum;
    }
    try (var reports = Files.newDirectoryStream(folder, "*.json")) {
      for (var report : reports) {
        if (Files.getLastModifiedTime(report).compareTo(begin) >= 0) {
          sum = sum.plus(read(report));
        }
      }
    }
    return sum;
  }

  private static Tally read(Path report) throws IOException {
    var json = new ObjectMapper().readTree(report.toFile());
    return new Tally(
        json.path("numPassedTests").asInt(),
        json.path("numFailedTests").asInt(),
        json.path("numPendingTests").asInt() + json.path("numTodoTests").asInt());
  }
}
