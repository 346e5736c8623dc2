package tmi.model.diagram;

import java.util.UUID;

/// A change of a diagram that is ready to be written.
///
/// @param stored what was read
/// @param whole a PUT, not a PATCH
record DiagramUpdate(
    UUID modelId,
    DfdDiagram stored,
    DiagramDraft draft,
    long vectorBefore,
    long vectorAfter,
    boolean whole) {

  DiagramUpdate at(long before, long after) {
    return new DiagramUpdate(modelId, stored, draft, before, after, whole);
  }
}
