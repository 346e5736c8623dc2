package tmi.launcher.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads what the Java tests left in `target/surefire-reports`.
final class SurefireReports {

  private static final Set<String> NOT_HERE = Set.of("node_modules", "src", ".git", ".tmi");

  private final Path root;

  SurefireReports(Path root) {
    this.root = root;
  }

  /// Only reports of this run count: an older one may be of a test that is gone.
  Tally since(FileTime begin) throws IOException {
    var sum = Tally.NOTHING;
    for (var report : reports()) {
      if (Files.getLastModifiedTime(report).compareTo(begin) >= 0) {
        sum = sum.plus(read(report));
      }
    }
    return sum;
  }

  private List<Path> reports() throws IOException {
    var found = new ArrayList<Path>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_HERE.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var folder = file.getParent().getFileName().toString();
            var name = file.getFileName().toString();
            if ((folder.equals("surefire-reports") || folder.equals("failsafe-reports"))
                && name.startsWith("TEST-")
                && name.endsWith(".xml")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private static Tally read(Path report) throws IOException {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (InputStream input = Files.newInputStream(report)) {
      var reader = factory.createXMLStreamReader(input);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.START_ELEMENT
            && reader.getLocalName().equals("testsuite")) {
          return tally(reader);
        }
      }
      throw new IOException("no test suite in " + report);
    } catch (XMLStreamException e) {
      throw new IOException("unreadable test report " + report, e);
    }
  }

  private static Tally tally(XMLStreamReader suite) {
    var failed = number(suite, "failures") + number(suite, "errors");
    var skipped = number(suite, "skipped");
    return new Tally(number(suite, "tests") - failed - skipped, failed, skipped);
  }

  private static int number(XMLStreamReader suite, String attribute) {
    var text = suite.getAttributeValue(null, attribute);
    return text == null ? 0 : Integer.parseInt(text);
  }
}
