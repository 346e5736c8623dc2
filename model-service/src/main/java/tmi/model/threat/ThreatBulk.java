package tmi.model.threat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tmi.kernel.id.Ids;
import tmi.kernel.patch.JsonPatch;
import tmi.kernel.problem.Problem;
import tmi.model.request.Body;

/// Several threats in one body, read and judged (rest-behaviour section 16). Unlike a single
/// threat, one in a list may bring its id.
@ApplicationScoped
class ThreatBulk {
  private static final int MAX = 20;
  private final Body body;

  ThreatBulk(Body body) {
    this.body = body;
  }

  List<ThreatItem> newOnes(JsonNode items) {
    return read(items);
  }

  List<ThreatItem> knownOnes(JsonNode items) {
    List<ThreatItem> read = read(items);
    if (read.stream().anyMatch(item -> item.id() == null)) {
      throw Problem.invalid("id", "is required for each threat");
    }
    return read;
  }

  static Map<UUID, JsonPatch> patches(ThreatPatches sent) {
    Map<UUID, JsonPatch> patches = new LinkedHashMap<>();
    for (ThreatPatches.One one : sent.patches()) {
      if (patches.put(one.id(), JsonPatch.parse(one.operations())) != null) {
        throw Problem.invalid("id", "names the threat " + one.id() + " twice");
      }
    }
    return patches;
  }

  /// Ids with commas between them; one given twice counts once.
  static List<UUID> ids(List<String> asked) {
    List<UUID> ids =
        (asked == null ? Stream.<String>of() : asked.stream())
            .flatMap(value -> Stream.of(value.split(",", -1)))
            .map(id -> Ids.parse(id.strip()).orElseThrow(() -> Problem.invalidId("threat_ids")))
            .distinct()
            .toList();
    requireSome(ids.size());
    return ids;
  }

  private List<ThreatItem> read(JsonNode items) {
    if (items == null || !items.isArray()) {
      throw Problem.invalidInput("The body must be a list of threats");
    }
    requireSome(items.size());
    List<ThreatItem> read = new ArrayList<>(items.size());
    Set<UUID> seen = new HashSet<>();
    for (JsonNode item : items) {
      ThreatItem one = item(item);
      if (one.id() != null && !seen.add(one.id())) {
        throw Problem.invalid("id", "names the threat " + one.id() + " twice");
      }
      read.add(one);
    }
    return read;
  }

  private ThreatItem item(JsonNode item) {
    if (!(item instanceof ObjectNode object)) {
      throw Problem.invalidInput("Each threat must be an object");
    }
    JsonNode id = object.remove("id");
    boolean named = id != null && !id.isNull();
    UUID known = named ? Ids.parse(id.asText()).orElseThrow(() -> Problem.invalidId("id")) : null;
    return new ThreatItem(known, body.read(object, NewThreat.class));
  }

  private static void requireSome(int count) {
    if (count < 1 || count > MAX) {
      throw Problem.invalidInput("One request takes 1 to 20 threats");
    }
  }
}
