package tmi.model.threat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tmi.kernel.problem.Problem;
import tmi.kernel.text.Spelling;
import tmi.model.metadata.Pairs;
import tmi.service.text.PlainText;

/// From a threat as sent to the columns it is stored in: text judged, empty text and null the same,
/// words in one spelling, defaults filled in (rest-behaviour sections 4, 5 and 13). Plain trees
/// only.
final class ThreatRules {
  private static final List<String> TEXTS =
      List.of("description", "mitigation", "severity", "priority", "status", "issue_uri");
  private static final List<String> LINKS = List.of("diagram_id", "cell_id", "asset_id");

  private ThreatRules() {}

  /// Turns the tree of a [NewThreat] that kept the schema into columns, in place.
  static ObjectNode settle(NewThreat sent, ObjectNode tree) {
    tree.put("name", name(sent.name()));
    for (String field : TEXTS) {
      tree.put(field, emptyToNull(PlainText.asWritten(field, tree.path(field).textValue())));
    }
    for (String field : LINKS) {
      tree.put(field, emptyToNull(tree.path(field).textValue()));
    }
    if (tree.hasNonNull("asset_id")) {
      throw Problem.invalid("asset_id", "names no asset of this threat model");
    }
    requireOneDecimal("score", sent.score());
    List.copyOf(orEmpty(sent.cvss())).forEach(c -> requireOneDecimal("cvss score", c.score()));
    requireDistinct("threat_type", orEmpty(sent.threatType()));
    requireDistinct("cwe_id", orEmpty(sent.cweId()));
    for (String field : List.of("threat_type", "cwe_id", "cvss")) {
      if (!tree.hasNonNull(field)) {
        tree.putArray(field);
      }
    }
    tree.set("metadata", Pairs.toJson(Pairs.checked(sent.metadata())));
    tree.put("mitigated", Boolean.TRUE.equals(sent.mitigated()));
    tree.put("include_in_report", !Boolean.FALSE.equals(sent.includeInReport()));
    tree.put("timmy_enabled", !Boolean.FALSE.equals(sent.timmyEnabled()));
    return tree;
  }

  /// Severity and status in one spelling: for whole threats, not for single patched values.
  static ObjectNode spell(ObjectNode tree) {
    for (String field : List.of("severity", "status")) {
      JsonNode word = tree.path(field);
      if (word.isTextual()) {
        tree.put(field, Spelling.snake(word.textValue()));
      }
    }
    return tree;
  }

  private static String name(String sent) {
    String name = PlainText.asWritten("name", sent);
    if (name.isBlank()) {
      throw Problem.invalid("name", "must not be blank");
    }
    return name;
  }

  private static void requireOneDecimal(String field, BigDecimal number) {
    if (number != null && number.stripTrailingZeros().scale() > 1) {
      throw Problem.invalid(field, "must have at most one decimal");
    }
  }

  private static void requireDistinct(String field, List<String> words) {
    Set<String> seen = new HashSet<>();
    for (String word : words) {
      if (!seen.add(word)) {
        throw Problem.invalid(field, "names " + word + " twice");
      }
    }
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }

  private static String emptyToNull(String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
