package tmi.packaging.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValuesDocumentationTest {

  @Test
  void commentStandsAboveEveryKey() {
    var lines = Checkout.text(Chart.HOME.resolve("values.yaml")).lines().toList();
    assertThat(IntStream.range(1, lines.size()))
        .filteredOn(line -> lines.get(line).matches("\\s*[A-Za-z]+:.*"))
        .allSatisfy(
            line -> assertThat(lines.get(line - 1)).as(lines.get(line)).matches("\\s*# .+"));
  }

  @Test
  void schemaIsClosedEverywhere() throws IOException {
    var schema = StrictModel.YAML.readTree(Chart.HOME.resolve("values.schema.json").toFile());
    var open = new ArrayList<String>();
    findOpen("", schema, open);
    // Helm itself puts "global" there when the chart is part of another.
    assertThat(open).containsExactly("/properties/global");
  }

  private static void findOpen(String path, JsonNode node, ArrayList<String> open) {
    if (node.path("type").asText().equals("object") && !node.has("additionalProperties")) {
      open.add(path);
    }
    node.properties()
        .forEach(field -> findOpen(path + "/" + field.getKey(), field.getValue(), open));
  }
}
