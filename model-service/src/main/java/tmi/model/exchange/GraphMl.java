package tmi.model.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.Set;

/// The tree of [Minimal] as GraphML 1.0: nodes, and an edge for each flow whose both ends are
/// there.
final class GraphMl {
  private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
  private final StringWriter text = new StringWriter();

  private GraphMl() {}

  static String of(JsonNode model) {
    GraphMl xml = new GraphMl();
    xml.head();
    xml.graph(model);
    return xml.text.append("  </graph>\n</graphml>\n").toString();
  }

  private void head() {
    text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"")
        .append(NAMESPACE)
        .append("\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"")
        .append(NAMESPACE + " " + NAMESPACE + "/1.0/graphml.xsd\">\n");
    key("tm_id", "graph", "threat_model_id", "string");
    key("tm_name", "graph", "threat_model_name", "string");
    key("tm_desc", "graph", "threat_model_description", "string");
    key("tm_meta", "graph", "threat_model_metadata", "string");
    for (String name : new String[] {"shape", "parent", "children", "labels"}) {
      key(name, "node", name, "string");
    }
    key("data_asset_ids", "node", "data_asset_ids", "string");
    key("metadata", "node", "metadata", "string");
    key("securityBoundary", "node", "securityBoundary", "boolean");
    for (String name : new String[] {"labels", "data_asset_ids", "metadata"}) {
      key(name + "_edge", "edge", name, "string");
    }
  }

  private void graph(JsonNode model) {
    text.append("  <graph id=\"G\" edgedefault=\"directed\">\n");
    data("    ", "tm_id", model.path("id").asText());
    data("    ", "tm_name", model.path("name").asText());
    data("    ", "tm_desc", model.path("description").asText());
    data("    ", "tm_meta", model.path("metadata").toString());
    Set<String> nodes = new HashSet<>();
    for (JsonNode cell : model.path("cells")) {
      if (!isFlow(cell)) {
        nodes.add(cell.path("id").asText());
        node(cell);
      }
    }
    for (JsonNode cell : model.path("cells")) {
      boolean complete =
          nodes.contains(cell.at("/source/cell").asText())
              && nodes.contains(cell.at("/target/cell").asText());
      if (isFlow(cell) && complete) {
        edge(cell);
      }
    }
  }

  private void node(JsonNode cell) {
    text.append("    <node id=\"").append(escaped(cell.path("id").asText())).append("\">\n");
    data("      ", "shape", cell.path("shape").asText());
    if (cell.has("parent")) {
      data("      ", "parent", cell.path("parent").asText());
    }
    some(cell, "children", "children");
    some(cell, "labels", "labels");
    some(cell, "data_asset_ids", "data_asset_ids");
    some(cell, "metadata", "metadata");
    data("      ", "securityBoundary", cell.path("security_boundary").toString());
    text.append("    </node>\n");
  }

  private void edge(JsonNode cell) {
    text.append("    <edge id=\"")
        .append(escaped(cell.path("id").asText()))
        .append("\" source=\"")
        .append(escaped(cell.at("/source/cell").asText()))
        .append("\" target=\"")
        .append(escaped(cell.at("/target/cell").asText()))
        .append("\">\n");
    some(cell, "labels", "labels_edge");
    some(cell, "data_asset_ids", "data_asset_ids_edge");
    some(cell, "metadata", "metadata_edge");
    text.append("    </edge>\n");
  }

  private void key(String id, String of, String name, String type) {
    text.append(
        "  <key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n"
            .formatted(id, of, name, type));
  }

  private void some(JsonNode cell, String field, String key) {
    if (!cell.path(field).isEmpty()) {
      data("      ", key, cell.path(field).toString());
    }
  }

  private void data(String indent, String key, String value) {
    text.append(indent)
        .append("<data key=\"" + key + "\">")
        .append(escaped(value))
        .append("</data>\n");
  }

  private static boolean isFlow(JsonNode cell) {
    return cell.path("shape").asText().equals("flow");
  }

  /// XML text and attribute values alike; what XML forbids becomes U+FFFD.
  static String escaped(String value) {
    StringBuilder safe = new StringBuilder(value.length());
    value
        .codePoints()
        .forEach(point -> {
          switch (point) {
            case '"' -> safe.append("&#34;");
            case '\'' -> safe.append("&#39;");
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '\t', '\n', '\r' -> safe.append("&#").append(point).append(';');
            default -> safe.appendCodePoint(isXml(point) ? point : 0xFFFD);
          }
        });
    return safe.toString();
  }

  private static boolean isXml(int point) {
    return point >= 0x20
        && point != 0xFFFE
        && point != 0xFFFF
        && (point < 0xD800 || point > 0xDFFF);
  }
}
