package tmi.kernel.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// A place in a document as RFC 6901 writes it, taken at its word: the index of a list is digits
/// without a leading zero, `-` is the place behind the last entry.
///
/// @param tokens unescaped, at least one
record Pointer(List<String> tokens) {
  private static final String AFTER_THE_LAST = "-";
  private static final int MOST_DIGITS = 9;

  /// Reads a text that starts with `/`.
  static Pointer of(String text) {
    List<String> tokens = new ArrayList<>();
    for (String token : text.substring(1).split("/", -1)) {
      tokens.add(token.replace("~1", "/").replace("~0", "~"));
    }
    return new Pointer(tokens);
  }

  /// False for a tilde that is neither `~0` nor `~1`.
  static boolean isWellEscaped(String text) {
    for (int at = text.indexOf('~'); at >= 0; at = text.indexOf('~', at + 1)) {
      boolean known =
          at + 1 < text.length() && (text.charAt(at + 1) == '0' || text.charAt(at + 1) == '1');
      if (!known) {
        return false;
      }
    }
    return true;
  }

  String last() {
    return tokens.getLast();
  }

  /// True when the other place lies inside this one.
  boolean encloses(Pointer other) {
    return tokens.size() < other.tokens.size()
        && other.tokens.subList(0, tokens.size()).equals(tokens);
  }

  /// What holds the place, or null when there is no such thing.
  JsonNode parentIn(JsonNode document) {
    JsonNode at = document;
    for (String token : tokens.subList(0, tokens.size() - 1)) {
      at = at == null ? null : child(at, token);
    }
    return at;
  }

  /// What stands at the place, or null.
  JsonNode in(JsonNode document) {
    JsonNode parent = parentIn(document);
    return parent == null ? null : child(parent, last());
  }

  /// Where in the list an entry may be put, or -1.
  int placeIn(ArrayNode list) {
    int place = last().equals(AFTER_THE_LAST) ? list.size() : index(last());
    return place <= list.size() ? place : -1;
  }

  private static JsonNode child(JsonNode parent, String token) {
    return switch (parent) {
      case ObjectNode object -> object.get(token);
      case ArrayNode list -> list.get(index(token));
      default -> null;
    };
  }

  /// The number, or -1 for what is no index; numbers of ten digits are none in any list.
  static int index(String token) {
    boolean digits =
        !token.isEmpty()
            && token.length() <= MOST_DIGITS
            && token.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean zeroInFront = token.length() > 1 && token.startsWith("0");
    return digits && !zeroInFront ? Integer.parseInt(token) : -1;
  }
}
