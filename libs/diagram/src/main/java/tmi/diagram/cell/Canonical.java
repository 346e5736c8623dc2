package tmi.diagram.cell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// One spelling for equal values, so that comparing trees compares meaning: whole numbers are
/// integers, others doubles; texts hold only what the database can store.
public final class Canonical {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final double EXACT = 1L << 53;
  private static final char REPLACEMENT = '\uFFFD';

  private Canonical() {}

  /// A copy of the tree in which equal values are equal nodes.
  public static JsonNode of(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = JSON.objectNode();
        object.properties().forEach(e -> copy.set(text(e.getKey()), of(e.getValue())));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JSON.arrayNode(array.size());
        array.forEach(item -> copy.add(of(item)));
        yield copy;
      }
      default -> leaf(node);
    };
  }

  private static JsonNode leaf(JsonNode node) {
    if (node.isNumber()) {
      return number(node);
    }
    return node.isTextual() ? JSON.textNode(text(node.textValue())) : node;
  }

  private static JsonNode number(JsonNode node) {
    if (node.isIntegralNumber() && node.canConvertToInt()) {
      return JSON.numberNode(node.intValue());
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return JSON.numberNode(node.longValue());
    }
    double value = node.doubleValue();
    if (!Double.isFinite(value)) {
      return JSON.numberNode(0);
    }
    if (value == Math.rint(value) && Math.abs(value) <= EXACT) {
      long whole = (long) value;
      return (int) whole == whole ? JSON.numberNode((int) whole) : JSON.numberNode(whole);
    }
    return JSON.numberNode(value);
  }

  /// PostgreSQL stores neither the zero character nor half of a surrogate pair.
  private static String text(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
        return cleaned(text);
      }
    }
    return text;
  }

  private static String cleaned(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> point != 0)
        .map(point -> isHalf(point) ? REPLACEMENT : point)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
