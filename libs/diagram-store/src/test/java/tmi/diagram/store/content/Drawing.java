package tmi.diagram.store.content;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import tmi.diagram.operation.Batch;
import tmi.diagram.operation.CellOperation;
import tmi.diagram.operation.Intent;

/// Cells and operations for tests.
final class Drawing {
  private Drawing() {}

  static ObjectNode node(UUID id, int x, String label) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", id.toString()).put("shape", "process");
    node.putObject("position").put("x", x).put("y", 10);
    node.putObject("size").put("width", 120).put("height", 60);
    node.putObject("attrs").putObject("text").put("text", label);
    return node;
  }

  static ObjectNode drag(UUID id, int x) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", id.toString()).put("shape", "process");
    node.putObject("position").put("x", x).put("y", 10);
    return node;
  }

  static ObjectNode flow(UUID id, UUID source, UUID target) {
    ObjectNode flow = JsonNodeFactory.instance.objectNode();
    flow.put("id", id.toString()).put("shape", "flow");
    flow.putObject("source").put("cell", source.toString()).put("port", "right");
    flow.putObject("target").put("cell", target.toString()).put("port", "left");
    flow.putObject("attrs").putObject("line").put("stroke", "#000000");
    return flow;
  }

  static CellOperation add(ObjectNode data) {
    return new CellOperation.Add(UUID.fromString(data.get("id").textValue()), data);
  }

  static CellOperation update(ObjectNode data) {
    return new CellOperation.Update(UUID.fromString(data.get("id").textValue()), data);
  }

  static CellOperation remove(UUID id) {
    return new CellOperation.Remove(id);
  }

  static Batch edit(UUID author, long base, CellOperation... cells) {
    return edit(UUID.randomUUID(), author, base, cells);
  }

  static Batch edit(UUID operationId, UUID author, long base, CellOperation... cells) {
    return new Batch(operationId, author, new Intent.Edit(base, List.of(cells)));
  }

  static Batch undo(UUID author) {
    return new Batch(UUID.randomUUID(), author, new Intent.Undo());
  }

  static Batch redo(UUID author) {
    return new Batch(UUID.randomUUID(), author, new Intent.Redo());
  }
}
