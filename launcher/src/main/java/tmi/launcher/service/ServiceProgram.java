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

/// The built program of a service.
public record ServiceProgram(Checkout checkout, ServiceName service) {

  public Path jar() {
    return checkout.module(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
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
    var folder = jar().resolveSibling("app");
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

  private List<String> command() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JvmFlags.of(memory()));
    command.add(Orphans.mark(checkout));
    command.add("-jar");
    command.add(jar().toString());
    return command;
  }

  private static long memory() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }
}
