package tmi.image.readiness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/// Classes that a running service loaded because somebody asked for them by name, read from a
/// recording of class loading. What a static initialiser asks for does not count: an executable
/// runs those while it is built.
final class NameLookups {

  private static final Set<String> BY_NAME =
      Set.of("java.lang.Class.forName", "java.lang.invoke.MethodHandles$Lookup.findClass");

  /// The JDK between the look-up and who wanted it.
  private static final Predicate<String> JDK =
      Pattern.compile("(?:java|javax|jdk|sun|com\\.sun)\\..*").asMatchPredicate();

  private NameLookups() {}

  /// Options of a JVM that is to be recorded into a file until its end.
  static List<String> recordInto(Path file) {
    return List.of(
        "-XX:FlightRecorderOptions=stackdepth=512",
        "-XX:StartFlightRecording=settings=none,dumponexit=true,filename=%s,".formatted(file)
            + "+jdk.ClassLoad#enabled=true,+jdk.ClassLoad#stackTrace=true,"
            + "+jdk.ClassLoad#threshold=0ms");
  }

  /// Lines of `class by caller`.
  static Set<String> in(Path recording) {
    var found = new TreeSet<String>();
    try (var events = new RecordingFile(recording)) {
      while (events.hasMoreEvents()) {
        var event = events.readEvent();
        var stack = stack(event);
        if (isByName(stack) && !AllowedLookups.anyIn(stack)) {
          found.add(event.getClass("loadedClass").getName() + " by " + caller(stack));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /// The innermost first.
  private static List<String> stack(RecordedEvent event) {
    return event.getStackTrace() == null
        ? List.of()
        : event.getStackTrace().getFrames().stream().map(NameLookups::name).toList();
  }

  /// A class that is defined meanwhile brings along what it extends: nobody asked for that.
  private static boolean isByName(List<String> stack) {
    return stack.stream().anyMatch(BY_NAME::contains)
        && stack.stream().noneMatch(name -> name.endsWith(".<clinit>"))
        && stack.stream()
            .takeWhile(name -> !BY_NAME.contains(name))
            .noneMatch(name -> name.startsWith("java.lang.ClassLoader.defineClass"));
  }

  /// The first outside of the JDK above the look-up.
  private static String caller(List<String> stack) {
    return stack.stream()
        .dropWhile(name -> !BY_NAME.contains(name))
        .filter(name -> !JDK.test(name))
        .findFirst()
        .orElse("the JDK");
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }
}
