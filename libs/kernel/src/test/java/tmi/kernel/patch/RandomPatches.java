package tmi.kernel.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Small documents and patches that fit them more often than not; the same for the same seed.
final class RandomPatches {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String[] NAMES = {"a", "b", "0", "", "-", "m~n", "x/y", "01"};
  private static final String[] TOKENS = {
    "-", "0", "1", "2", "01", "-1", "+1", "1e1", " ", "", "x", "999999999999", "٣", "a", "1.0"
  };
  private final Random random;

  RandomPatches(long seed) {
    random = new Random(seed);
  }

  ObjectNode document() {
    ObjectNode document = JSON.objectNode();
    for (int i = 0; i < 4; i++) {
      document.set(NAMES[random.nextInt(NAMES.length)], value(3));
    }
    return document;
  }

  ArrayNode patch(JsonNode document) {
    ArrayNode patch = JSON.arrayNode();
    int size = 1 + random.nextInt(4);
    for (int i = 0; i < size; i++) {
      patch.add(operation(document));
    }
    return patch;
  }

  private ObjectNode operation(JsonNode document) {
    String[] ops = {"add", "remove", "replace", "move", "copy", "test"};
    String op = ops[random.nextInt(ops.length)];
    String path = path(document);
    ObjectNode operation = JSON.objectNode().put("op", op).put("path", path);
    if (op.equals("move") || op.equals("copy")) {
      operation.put("from", path(document));
    } else if (op.equals("test") && random.nextBoolean()) {
      JsonNode stored = document.at(path);
      operation.set("value", stored.isMissingNode() ? value(1) : stored.deepCopy());
    } else if (!op.equals("remove")) {
      operation.set("value", value(2));
    }
    return operation;
  }

  private String path(JsonNode document) {
    List<String> all = new ArrayList<>();
    collect(document, "", all);
    String path = all.get(random.nextInt(all.size()));
    return switch (random.nextInt(4)) {
      case 0 -> path + "/" + TOKENS[random.nextInt(TOKENS.length)];
      case 1 -> sibling(path, TOKENS[random.nextInt(TOKENS.length)]);
      default -> path;
    };
  }

  private static String sibling(String path, String token) {
    return path.substring(0, path.lastIndexOf('/') + 1) + token;
  }

  private static void collect(JsonNode node, String path, List<String> all) {
    if (!path.isEmpty()) {
      all.add(path);
    }
    node.properties()
        .forEach(field ->
            collect(
                field.getValue(),
                path + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                all));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), path + "/" + i, all);
    }
  }

  private JsonNode value(int depth) {
    switch (random.nextInt(depth > 0 ? 5 : 3)) {
      case 0:
        return JSON.numberNode(random.nextInt(3));
      case 1:
        return JSON.textNode("t" + random.nextInt(3));
      case 2:
        return JSON.nullNode();
      case 3:
        ArrayNode list = JSON.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(value(depth - 1));
        }
        return list;
      default:
        ObjectNode object = JSON.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          object.set(NAMES[random.nextInt(NAMES.length)], value(depth - 1));
        }
        return object;
    }
  }
}
