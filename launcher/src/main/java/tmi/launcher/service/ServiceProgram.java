package tmi.launcher.service;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tmi.launcher.Checkout;
import tmi.launcher.process.Orphans;
import tmi.launcher.process.OwnSession;
import tmi.launcher.store.Folders;

/// The built program of a service.
public record ServiceProgram(Checkout checkout, ServiceName service) {

  public Path built() {
    return checkout.module(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
  }

  /// Puts a copy aside and answers the program to start: a build while the suite runs would take
  /// the classes away under it. The libraries are hard links, since a build replaces them as files.
  public Path putAside() throws IOException {
    var aside = aside().getParent();
    Folders.delete(aside);
    var source = built().getParent();
    try (var tree = Files.walk(source)) {
      for (var file : tree.toList()) {
        put(file, aside.resolve(source.relativize(file).toString()));
      }
    }
    return aside();
  }

  public Process start(Map<String, String> environment, Path log) throws IOException {
    var builder =
        new ProcessBuilder(OwnSession.of(command()))
            .directory(checkout.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  /// Of the jar that was built, not of the source.
  public String version() {
    var pattern = Pattern.compile(Pattern.quote(service.module()) + "-(\\d.*)\\.jar");
    var folder = built().resolveSibling("app");
    try (var jars = Files.list(folder)) {
      return jars.map(jar -> pattern.matcher(jar.getFileName().toString()))
          .filter(Matcher::matches)
          .map(match -> match.group(1))
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }

  private Path aside() {
    return checkout.data().resolve("run").resolve(service.module()).resolve("quarkus-run.jar");
  }

  private static void put(Path file, Path target) throws IOException {
    if (Files.isDirectory(file)) {
      Files.createDirectories(target);
    } else if (file.getParent().endsWith("main") && canLink(file, target)) {
      Files.createLink(target, file);
    } else {
      Files.copy(file, target);
    }
  }

  private static boolean canLink(Path file, Path target) throws IOException {
    return Files.getFileStore(file).equals(Files.getFileStore(target.getParent()));
  }

  private List<String> command() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JvmFlags.of(memory()));
    command.add(Orphans.mark(checkout));
    command.add("-jar");
    command.add(aside().toString());
    return command;
  }

  private static long memory() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }
}
