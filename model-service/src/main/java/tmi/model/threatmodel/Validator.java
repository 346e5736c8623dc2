package tmi.model.threatmodel;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import tmi.model.diagram.DfdDiagram;
import tmi.model.threat.Threat;

/// The `ETag` of a model shown whole: its version, which `If-Match` compares, then a sum that
/// changes with any child, with the access list and with what the people on it are called.
final class Validator {
  private Validator() {}

  static String of(ThreatModel model) {
    StringBuilder state = new StringBuilder();
    state.append(model.owner()).append(model.authorization()).append(model.securityReviewer());
    for (DfdDiagram diagram : model.diagrams()) {
      state
          .append(diagram.id())
          .append(diagram.version())
          .append('.')
          .append(diagram.updateVector());
    }
    for (Threat threat : model.threats()) {
      state.append(threat.id()).append(threat.version());
    }
    CRC32 sum = new CRC32();
    sum.update(state.toString().getBytes(StandardCharsets.UTF_8));
    return "\"" + model.version() + "-" + Long.toHexString(sum.getValue()) + "\"";
  }
}
