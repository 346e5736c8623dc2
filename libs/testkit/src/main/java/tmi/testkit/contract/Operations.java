package tmi.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds the operation that a method and a path mean; a literal segment beats a parameter.
final class Operations {
  private record Template(String[] segments, JsonNode item) {
    boolean matches(String[] path) {
      if (path.length != segments.length) {
        return false;
      }
      for (int i = 0; i < path.length; i++) {
        if (!isParameter(segments[i]) && !segments[i].equals(path[i])) {
          return false;
        }
      }
      return true;
    }

    long literals() {
      return java.util.Arrays.stream(segments).filter(s -> !isParameter(s)).count();
    }
  }

  private final List<Template> templates = new ArrayList<>();

  Operations(JsonNode document) {
    document
        .path("paths")
        .properties()
        .forEach(e -> templates.add(new Template(split(e.getKey()), e.getValue())));
  }

  /// Null when the document has none.
  JsonNode find(String method, String path) {
    String verb = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
    String[] segments = split(path);
    Template best = null;
    for (Template template : templates) {
      boolean serves = template.matches(segments) && template.item.has(verb);
      if (serves && (best == null || template.literals() > best.literals())) {
        best = template;
      }
    }
    return best == null ? null : best.item.get(verb);
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{");
  }

  private static String[] split(String path) {
    int query = path.indexOf('?');
    return (query < 0 ? path : path.substring(0, query)).split("/");
  }
}
