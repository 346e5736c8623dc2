package tmi.diagram.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;
import tmi.kernel.text.DangerousContent;

/// One pair of a cell's own metadata: dangerous values are refused on every way in, tags are
/// removed from the others. A pair that breaks the form of a key is refused too: dropping it in
/// silence would lose what somebody typed.
final class MetadataRule {
  private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9_./:-]{1,256}");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!][^>]*>");

  static final Rule PAIR = MetadataRule::check;

  private MetadataRule() {}

  private static Optional<JsonNode> check(JsonNode pair, String path, Faults faults) {
    if (!KEY.matcher(pair.path("key").asText("")).matches()) {
      throw faults.refuse(path + ".key", "must be 1 to 256 letters, digits or _ . / : -");
    }
    String value = pair.path("value").asText("");
    if (!pair.path("value").isTextual() || value.isEmpty() || value.length() > 1024) {
      throw faults.refuse(path + ".value", "must be 1 to 1024 characters");
    }
    if (DangerousContent.isIn(value)) {
      throw faults.refuse(path + ".value", "must not contain active content");
    }
    String plain = TAG.matcher(value).replaceAll("");
    if (plain.isEmpty()) {
      throw faults.refuse(path + ".value", "must be more than markup");
    }
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    kept.put("key", pair.get("key").textValue()).put("value", plain);
    if (pair.size() > 2) {
      faults.add(path, "has an unknown field");
    }
    return Optional.of(kept);
  }
}
