package tmi.model.metadata;

import java.util.UUID;

/// Whose pairs are meant.
record Place(Parent parent, UUID modelId, UUID id) {
  static Place ofModel(UUID modelId) {
    return new Place(Parent.THREAT_MODEL, modelId, modelId);
  }

  static Place ofDiagram(UUID modelId, UUID id) {
    return new Place(Parent.DIAGRAM, modelId, id);
  }

  static Place ofThreat(UUID modelId, UUID id) {
    return new Place(Parent.THREAT, modelId, id);
  }
}
