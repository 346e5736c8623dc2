package tmi.diagram.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tmi.diagram.cell.Ids;
import tmi.diagram.rule.Reason;
import tmi.diagram.rule.Refusal;
import tmi.diagram.rule.Refused;

/// The wire form of operations: `{"type":"patch","cells":[{"id","operation","data"}]}`.
public final class OperationJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private OperationJson() {}

  /// Reads the `operation` object of a message; throws `Refused` when it is not one.
  public static List<CellOperation> read(JsonNode operation) {
    if (!operation.path("type").asText("").equals("patch")) {
      throw new Refused(
          new Refusal(
              Reason.INVALID_OPERATION_TYPE,
              "invalid_operation_type",
              "operation.type must be patch",
              List.of(),
              false));
    }
    if (!operation.path("cells").isArray() || operation.path("cells").isEmpty()) {
      throw new Refused(
          new Refusal(
              Reason.EMPTY_OPERATION,
              "empty_cell_operations",
              "operation.cells must have at least one entry",
              List.of(),
              false));
    }
    return readCells(operation.path("cells"));
  }

  /// Reads a list of cell operations; throws `Refused` for one that is malformed.
  public static List<CellOperation> readCells(JsonNode cells) {
    List<CellOperation> read = new ArrayList<>(cells.size());
    cells.forEach(cell -> read.add(readOne(cell)));
    return read;
  }

  private static CellOperation readOne(JsonNode cell) {
    UUID id =
        Ids.parse(cell.path("id"))
            .orElseThrow(
                () -> new Refused(Refusal.invalid("invalid_cell_id", "cell id must be a UUID")));
    String verb = cell.path("operation").asText("");
    return switch (verb) {
      case "add" -> new CellOperation.Add(id, data(id, verb, cell));
      case "update" -> new CellOperation.Update(id, data(id, verb, cell));
      case "remove" -> new CellOperation.Remove(id);
      default ->
          throw new Refused(
              Refusal.invalid(
                  "invalid_cell_operation", "operation must be add, update or remove", id));
    };
  }

  private static ObjectNode data(UUID id, String verb, JsonNode cell) {
    if (cell.path("data") instanceof ObjectNode data) {
      return data;
    }
    throw new Refused(
        Refusal.invalid(verb + "_requires_cell_data", verb + " needs the cell as data", id));
  }

  /// Writes the `operation` object of an event.
  public static ObjectNode write(List<CellOperation> cells) {
    ObjectNode operation = JSON.objectNode().put("type", "patch");
    operation.set("cells", writeCells(cells));
    return operation;
  }

  /// Writes a list of cell operations.
  public static ArrayNode writeCells(List<CellOperation> cells) {
    ArrayNode array = JSON.arrayNode(cells.size());
    for (CellOperation cell : cells) {
      ObjectNode entry = array.addObject().put("id", cell.id().toString());
      switch (cell) {
        case CellOperation.Add(UUID id, ObjectNode data) ->
            entry.put("operation", "add").set("data", data);
        case CellOperation.Update(UUID id, ObjectNode data) ->
            entry.put("operation", "update").set("data", data);
        case CellOperation.Remove(UUID id) -> entry.put("operation", "remove");
      }
    }
    return array;
  }
}
