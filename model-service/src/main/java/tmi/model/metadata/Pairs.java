package tmi.model.metadata;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tmi.kernel.problem.Problem;
import tmi.kernel.text.PathSegmentRule;
import tmi.service.text.PlainText;

/// Pairs as they are judged and stored (rest-behaviour section 17). Stored as one JSON object,
/// shown as a list by key.
public final class Pairs {
  /// Pairs on one object.
  public static final int MAX = 100;

  private static final int MAX_BYTES = 1024;

  private Pairs() {}

  /// Pairs by key; 400 for a key given twice, one that cannot stand in an address, a value that is
  /// blank.
  public static Map<String, String> checked(List<Metadata> pairs) {
    Map<String, String> byKey = new LinkedHashMap<>();
    for (Metadata pair : pairs == null ? List.<Metadata>of() : pairs) {
      if (pair.key().contains("/")) {
        throw Problem.invalid("metadata key", "must not contain a slash");
      }
      PathSegmentRule.fault(pair.key())
          .ifPresent(fault -> {
            throw Problem.invalid("metadata key", fault);
          });
      if (byKey.put(pair.key(), value(pair.value())) != null) {
        throw Problem.invalid("metadata", "names the key " + pair.key() + " twice");
      }
    }
    return byKey;
  }

  /// One value as written; 400 when it is blank or too long.
  static String value(String sent) {
    String value = PlainText.asWritten("metadata value", sent);
    if (value == null || value.isBlank()) {
      throw Problem.invalid("metadata value", "must not be blank");
    }
    if (value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw Problem.invalid("metadata value", "must be at most 1024 bytes");
    }
    return value;
  }

  /// The column's form.
  public static ObjectNode toJson(Map<String, String> byKey) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    byKey.forEach(json::put);
    return json;
  }

  /// The column's value as a list by key.
  public static List<Metadata> listed(JsonObject column) {
    return column.stream()
        .map(pair -> new Metadata(pair.getKey(), (String) pair.getValue()))
        .sorted(Comparator.comparing(Metadata::key))
        .toList();
  }
}
