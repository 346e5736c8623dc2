package tmi.image.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tmi.image.program.Program;
import tmi.testkit.ProjectFolder;

/// What the native build of a service leaves for the builder of executables: the classes, and what
/// is registered of them.
record NativeSources(Path folder) {

  private static final String CONFIGURATION = "META-INF/native-image/";
  private static final Pattern OURS = Pattern.compile("(modified-)?tmi\\..*");

  static NativeSources of(Program service) {
    var folder = ProjectFolder.root().resolve(service.module()).resolve("target/native-sources");
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(
          "%s is missing: build with -Dnative -Dquarkus.native.sources-only=true"
              .formatted(folder));
    }
    return new NativeSources(folder);
  }

  /// Names of the types that an executable can make and read by reflection.
  Set<String> registered() {
    return StreamSupport.stream(configuration("reflect-config.json").spliterator(), false)
        .filter(entry -> entry.path("allDeclaredConstructors").asBoolean())
        .filter(entry -> entry.path("allDeclaredMethods").asBoolean())
        .map(entry -> entry.path("name").asText())
        .collect(Collectors.toSet());
  }

  /// Names of the types that an executable finds by name.
  Set<String> named() {
    return StreamSupport.stream(configuration("reflect-config.json").spliterator(), false)
        .map(entry -> entry.path("name").asText())
        .collect(Collectors.toSet());
  }

  /// Patterns of the resources that are in an executable.
  List<String> resources() {
    return configuration("resource-config.json").findValuesAsText("pattern");
  }

  /// Its own jar first, as it was changed by the build.
  List<Path> jars() {
    return Stream.concat(Stream.of(runner()), libraries().stream()).toList();
  }

  List<Path> libraries() {
    return jarsIn(folder.resolve("lib"));
  }

  /// The jars that are made here, not taken from others.
  List<Path> ourJars() {
    return jars().stream()
        .filter(jar -> jar.equals(runner()) || OURS.matcher(jar.getFileName().toString()).matches())
        .toList();
  }

  URLClassLoader loader() {
    return new URLClassLoader(
        jars().stream().map(NativeSources::url).toArray(URL[]::new),
        ClassLoader.getPlatformClassLoader());
  }

  private JsonNode configuration(String name) {
    try (var jar = new JarFile(runner().toFile())) {
      return new ObjectMapper().readTree(jar.getInputStream(jar.getEntry(CONFIGURATION + name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path runner() {
    return jarsIn(folder).getFirst();
  }

  private static List<Path> jarsIn(Path folder) {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
