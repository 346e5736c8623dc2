package tmi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DataTest {
  private final JsonNode data = read();

  @Test
  void theDiagramIsLargeEnoughToShowTheSuite() {
    assertThat(Cells.of(data.get("diagram")).size()).isGreaterThanOrEqualTo(25);
    assertThat(data.get("threats").size()).isGreaterThanOrEqualTo(12);
  }

  @Test
  void everyFlowJoinsTwoNodesAndEveryParentIsABoundary() {
    Set<String> nodes = new HashSet<>();
    data.at("/diagram/nodes").forEach(node -> nodes.add(node.get("key").asText()));

    for (JsonNode flow : data.at("/diagram/flows")) {
      assertThat(nodes).contains(flow.get("source").asText(), flow.get("target").asText());
    }
    for (JsonNode node : data.at("/diagram/nodes")) {
      assertThat(node.path("parent").asText("boundary-")).startsWith("boundary-");
      assertThat(node.get("width").asInt()).isGreaterThanOrEqualTo(40);
      assertThat(node.get("height").asInt()).isGreaterThanOrEqualTo(30);
    }
  }

  @Test
  void everyThreatIsCompleteAndNamesACell() {
    Set<String> cells = new HashSet<>();
    Cells.of(data.get("diagram")).forEach(cell -> cells.add(cell.get("id").asText()));

    for (JsonNode threat : data.get("threats")) {
      String name = threat.get("name").asText();
      assertThat(cells).as(name).contains(Cells.id(threat.get("cell").asText()).toString());
      for (String field : new String[] {"severity", "mitigation", "description", "status"}) {
        assertThat(threat.get(field).asText()).as(name + " " + field).isNotBlank();
      }
      assertThat(threat.get("mitigation").asText()).as(name).hasSizeLessThanOrEqualTo(1024);
      assertThat(name).hasSizeLessThanOrEqualTo(256).doesNotContainPattern("[<>\"'&]");
      assertThat(threat.get("threat_type").size()).as(name).isPositive();
    }
  }

  @Test
  void aKeyAlwaysGivesTheSameId() {
    assertThat(Cells.id("gateway")).isEqualTo(Cells.id("gateway")).isNotEqualTo(Cells.id("web"));
  }

  private static JsonNode read() {
    try {
      return Demo.read();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
