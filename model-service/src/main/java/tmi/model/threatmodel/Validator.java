package tmi.model.threatmodel;

import tmi.kernel.id.EntityTag;
import tmi.kernel.identity.Role;
import tmi.model.diagram.DfdDiagram;
import tmi.model.threat.Threat;

/// The `ETag` of a model shown whole: its version, which `If-Match` compares, then a sum that
/// changes with any child, with the access list, with what the people on it are called and with the
/// caller's role.
final class Validator {
  private Validator() {}

  static String of(ThreatModel model, Role role) {
    StringBuilder state = new StringBuilder(role.word());
    state
        .append(model.owner())
        .append(model.createdBy())
        .append(model.authorization())
        .append(model.securityReviewer());
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
    return EntityTag.of(model.version(), state.toString());
  }
}
