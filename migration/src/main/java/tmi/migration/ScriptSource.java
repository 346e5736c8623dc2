package tmi.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where the sets are read from: packed into this program, or the source tree (tests, which must
/// see a script as it is now).
public sealed interface ScriptSource {

  Optional<String> location(SchemaSet set);

  record Packed() implements ScriptSource {
    @Override
    public Optional<String> location(SchemaSet set) {
      return Optional.of("classpath:sets/" + set.schema());
    }
  }

  record SourceTree(Path root) implements ScriptSource {

    private static final List<String> MODULES =
        List.of(
            "libs/service-base",
            "libs/diagram-store",
            "auth-service",
            "model-service",
            "collab-service",
            "webhook-service");

    @Override
    public Optional<String> location(SchemaSet set) {
      return MODULES.stream()
          .map(
              module -> root.resolve(module).resolve("src/main/resources/db").resolve(set.schema()))
          .filter(Files::isDirectory)
          .map(folder -> "filesystem:" + folder.toAbsolutePath())
          .findFirst();
    }
  }
}
