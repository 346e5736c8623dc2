package tmi.diagram.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Keys that the existing client is known never to send, so that their absence says nothing
/// (diagram-model, sections 15 and 16).
final class Unsent {
  private static final List<String> KEYS =
      List.of(
          "angle",
          "zIndex",
          "visible",
          "router",
          "connector",
          "defaultLabel",
          "tools",
          "markup",
          "type");

  /// Without these there is no cell; a whole cell that lacks one means the one it had.
  private static final List<String> ESSENTIAL =
      List.of("shape", "x", "y", "width", "height", "source", "target");

  private Unsent() {}

  /// Fills what the author cannot have meant to remove from what he knew.
  static void keep(ObjectNode sent, ObjectNode known) {
    keep(sent, known, KEYS);
    keep(sent, known, ESSENTIAL);
    if (sent.path("ports") instanceof ObjectNode ports
        && known.path("ports") instanceof ObjectNode knownPorts) {
      keep(ports, knownPorts, List.of("groups"));
    }
  }

  private static void keep(ObjectNode sent, ObjectNode known, List<String> keys) {
    for (String key : keys) {
      if (!sent.has(key) && known.has(key)) {
        sent.set(key, known.get(key));
      }
    }
  }
}
