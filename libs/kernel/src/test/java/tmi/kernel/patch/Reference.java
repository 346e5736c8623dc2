package tmi.kernel.patch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// RFC 6902 written a second time, as slowly and plainly as can be: documents are maps and lists
/// that are built anew by every step. It knows no limits and nothing of the first one's classes.
final class Reference {
  private Reference() {}

  /// The document after the patch; empty when it cannot be applied.
  static Optional<Object> apply(Object document, JsonNode patch) {
    try {
      Object now = document;
      for (JsonNode operation : patch) {
        now = step(now, operation);
      }
      return Optional.of(now);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Object step(Object document, JsonNode operation) {
    String path = operation.get("path").asText();
    String from = operation.path("from").asText();
    Object value = operation.has("value") ? plain(operation.get("value")) : null;
    switch (operation.get("op").asText()) {
      case "add":
        return put(document, tokens(path), value, false);
      case "remove":
        return without(document, tokens(path));
      case "replace":
        return exists(document, path)
            ? put(document, tokens(path), value, true)
            : put(document, tokens(path), value, false);
      case "test":
        if (!Objects.equals(get(document, tokens(path)), value)) {
          throw new IllegalArgumentException("differs");
        }
        return document;
      default:
        if (path.startsWith(from + "/")) {
          throw new IllegalArgumentException("into itself");
        }
        Object source = get(document, tokens(from));
        Object rest =
            operation.get("op").asText().equals("move")
                ? without(document, tokens(from))
                : document;
        return put(rest, tokens(path), source, false);
    }
  }

  private static boolean exists(Object document, String path) {
    try {
      get(document, tokens(path));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Object get(Object at, List<String> tokens) {
    if (tokens.isEmpty()) {
      return at;
    }
    List<String> rest = tokens.subList(1, tokens.size());
    String token = tokens.getFirst();
    if (at instanceof Map<?, ?> map && map.containsKey(token)) {
      return get(map.get(token), rest);
    }
    if (at instanceof List<?> list) {
      return get(list.get(number(token, list.size() - 1)), rest);
    }
    throw new IllegalArgumentException(token);
  }

  private static Object put(Object at, List<String> tokens, Object value, boolean instead) {
    if (tokens.isEmpty()) {
      return value;
    }
    List<String> rest = tokens.subList(1, tokens.size());
    String token = tokens.getFirst();
    if (at instanceof Map<?, ?> map && (rest.isEmpty() || map.containsKey(token))) {
      Map<Object, Object> result = new LinkedHashMap<>(map);
      result.put(token, put(map.get(token), rest, value, instead));
      return result;
    }
    if (at instanceof List<?> list) {
      List<Object> result = new ArrayList<>(list);
      if (rest.isEmpty() && !instead) {
        result.add(token.equals("-") ? list.size() : number(token, list.size()), value);
      } else {
        int place = number(token, list.size() - 1);
        result.set(place, put(list.get(place), rest, value, instead));
      }
      return result;
    }
    throw new IllegalArgumentException(token);
  }

  private static Object without(Object at, List<String> tokens) {
    get(at, tokens);
    String token = tokens.getFirst();
    List<String> rest = tokens.subList(1, tokens.size());
    if (at instanceof Map<?, ?> map) {
      Map<Object, Object> result = new LinkedHashMap<>(map);
      if (rest.isEmpty()) {
        result.remove(token);
      } else {
        result.put(token, without(map.get(token), rest));
      }
      return result;
    }
    List<Object> result = new ArrayList<>((List<?>) at);
    int place = number(token, result.size() - 1);
    if (rest.isEmpty()) {
      result.remove(place);
    } else {
      result.set(place, without(result.get(place), rest));
    }
    return result;
  }

  private static int number(String token, int most) {
    if (!token.matches("0|[1-9][0-9]{0,5}") || Integer.parseInt(token) > most) {
      throw new IllegalArgumentException(token);
    }
    return Integer.parseInt(token);
  }

  private static List<String> tokens(String pointer) {
    List<String> tokens = new ArrayList<>();
    for (String part : pointer.substring(1).split("/", -1)) {
      tokens.add(part.replace("~1", "/").replace("~0", "~"));
    }
    return tokens;
  }

  /// A tree as maps, lists and plain values; whole numbers are longs.
  static Object plain(JsonNode node) {
    if (node.isObject()) {
      Map<Object, Object> map = new LinkedHashMap<>();
      node.properties().forEach(field -> map.put(field.getKey(), plain(field.getValue())));
      return map;
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(entry -> list.add(plain(entry)));
      return list;
    }
    return node.isNumber() ? (Object) node.asLong() : node.isNull() ? null : node.asText();
  }
}
