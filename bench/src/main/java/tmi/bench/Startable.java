package tmi.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A program whose start is measured, in the two layouts that it is built in.
///
/// @param module folder of its module
/// @param settings beside those of the stores
/// @param read a path that it answers with something real
record Startable(String name, Path module, Map<String, String> settings, String read) {

  /// Built by `./mvnw package`, started as it is.
  List<String> fastJar() {
    return List.of("-jar", module.resolve("target/quarkus-app/quarkus-run.jar").toString());
  }

  /// Built by `./mvnw -Daot package`, started from the cache that its training left.
  List<String> trained() {
    return List.of("-XX:AOTCache=" + cache(), "-jar", aotJar().toString());
  }

  List<String> inTraining() {
    return List.of("-XX:AOTCacheOutput=" + cache(), "-jar", aotJar().toString());
  }

  Path folder() {
    return module.resolve("target/aot-app");
  }

  /// A cache is for one build only.
  boolean isTrained() {
    return Files.exists(cache())
        && cache().toFile().lastModified() >= aotJar().toFile().lastModified();
  }

  void checkBuilt() {
    for (var jar : new ArrayList<>(List.of(aotJar(), Path.of(fastJar().getLast())))) {
      if (!Files.exists(jar)) {
        throw new IllegalStateException(
            jar + " is missing: build it, with -Daot for target/aot-app");
      }
    }
  }

  private Path cache() {
    return folder().resolve("app.aot");
  }

  private Path aotJar() {
    return folder().resolve("quarkus-run.jar");
  }
}
