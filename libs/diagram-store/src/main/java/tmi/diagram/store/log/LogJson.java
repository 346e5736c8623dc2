package tmi.diagram.store.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tmi.diagram.cell.Canonical;
import tmi.diagram.operation.Change;

/// JSON as the tables hold it.
public final class LogJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private LogJson() {}

  /// Reads what the database gave, in the canonical spelling.
  public static JsonNode parse(String text) {
    return Canonical.of(parseAsIs(text));
  }

  /// Reads what the database gave, numbers as they stand there.
  public static JsonNode parseAsIs(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("the database gave text that is not JSON", broken);
    }
  }

  static List<Change> changes(String text) {
    List<Change> changes = new ArrayList<>();
    for (JsonNode entry : parse(text)) {
      changes.add(
          new Change(
              entry.path("path").textValue(),
              Optional.ofNullable(entry.get("before")),
              Optional.ofNullable(entry.get("after"))));
    }
    return changes;
  }

  static String changes(List<Change> changes) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(changes.size());
    for (Change change : changes) {
      ObjectNode entry = array.addObject().put("path", change.path());
      change.before().ifPresent(value -> entry.set("before", value));
      change.after().ifPresent(value -> entry.set("after", value));
    }
    return array.toString();
  }
}
