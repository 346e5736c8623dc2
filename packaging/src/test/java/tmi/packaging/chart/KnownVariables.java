package tmi.packaging.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The environment variables that a component reads, gathered from its sources: placeholders in
/// settings files, names in quotes, properties of config mappings.
public final class KnownVariables {

  /// Read by the JVM itself.
  private static final String JVM = "JAVA_TOOL_OPTIONS";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)");
  private static final Pattern QUOTED = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");
  private static final Pattern ROLE = Pattern.compile("(?m)^  ([A-Z]+)[,;]$");
  private static final Pattern PREFIX =
      Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.-]+)\"\\)");
  private static final Pattern PROPERTY =
      Pattern.compile("(?m)^  [A-Z]?[A-Za-z<>., ]+ ([a-z][A-Za-z]*)\\(\\);");

  private KnownVariables() {}

  public static Set<String> of(String component) {
    var names = new TreeSet<>(Set.of(JVM));
    modules(component).forEach(module -> files(module).forEach(file -> gather(file, names)));
    return names;
  }

  private static List<String> modules(String component) {
    return component.endsWith("-service")
        ? List.of(component, "libs/service-base", "libs/diagram-store")
        : List.of(component);
  }

  private static void gather(Path file, Set<String> names) {
    var text = Checkout.text(file);
    PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).forEach(names::add);
    if (!file.toString().endsWith(".java")) {
      return;
    }
    QUOTED.matcher(text).results().map(found -> found.group(1)).forEach(names::add);
    if (file.endsWith("RuntimeRole.java")) {
      ROLE.matcher(text)
          .results()
          .forEach(role -> names.add("TMI_" + role.group(1) + "_DB_PASSWORD"));
    }
    var prefix = PREFIX.matcher(text);
    if (prefix.find()) {
      PROPERTY
          .matcher(text)
          .results()
          .map(property -> variable(prefix.toMatchResult(), property))
          .forEach(names::add);
    }
  }

  /// `tmi.webhook` and `secretKey` make `TMI_WEBHOOK_SECRET_KEY`.
  private static String variable(MatchResult prefix, MatchResult property) {
    var words = property.group(1).replaceAll("([A-Z])", "_$1");
    return (prefix.group(1) + "_" + words).replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }

  private static List<Path> files(String module) {
    try (Stream<Path> tree = Files.walk(Checkout.path(module).resolve("src/main"))) {
      return tree.filter(file -> file.toString().matches(".*\\.(java|ya?ml|properties)")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
