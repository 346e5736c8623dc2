package tmi.webhook.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventSchemaTest {
  private static final Path SCHEMAS = Path.of("../contract/events");
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @EnumSource
  void everyEventHasItsSchema(EventType type) throws IOException {
    String name = JSON.convertValue(type, String.class);
    JsonNode schema = read(name + ".schema.json");
    assertThat(schema.at("/properties/event_type/const").asText()).isEqualTo(name);
    assertThat(schema.at("/properties/type/const").asText()).isEqualTo(name);
    assertThat(schema.at("/allOf/0/$ref").asText()).isEqualTo("envelope.schema.json");
  }

  @Test
  void everySchemaIsReadable() throws IOException {
    try (var files = Files.list(SCHEMAS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        assertThat(JSON.readTree(file.toFile()).path("$id").asText())
            .isEqualTo(file.getFileName().toString());
      }
    }
  }

  private static JsonNode read(String file) throws IOException {
    return JSON.readTree(SCHEMAS.resolve(file).toFile());
  }
}
