package tmi.gateway.contract;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The documents as files: what the services' builds left, and what is committed.
final class Documents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SERVICES =
      List.of("auth-service", "model-service", "collab-service", "webhook-service");

  private final Path root;

  Documents(Path root) {
    this.root = root;
  }

  /// Every part in its canonical form, the gateway's included.
  Map<String, ObjectNode> generated() {
    Map<String, ObjectNode> parts = new LinkedHashMap<>();
    parts.put("gateway", Canonical.of(parse(GatewayDocument.json())));
    for (String service : SERVICES) {
      Path file = root.resolve(service).resolve("target/openapi/openapi.json");
      if (!Files.exists(file)) {
        throw new IllegalStateException(
            "%s has not been built; run ./mvnw -pl %s -DskipTests package first"
                .formatted(service, service));
      }
      parts.put(service, Canonical.of(parse(read(file))));
    }
    return parts;
  }

  Path committed(String name) {
    return root.resolve("contract/openapi").resolve(name + ".json");
  }

  static String print(ObjectNode document) {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    try {
      return JSON.writer(printer).writeValueAsString(document) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode parse(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
