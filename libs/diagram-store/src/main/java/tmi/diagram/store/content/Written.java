package tmi.diagram.store.content;

import java.util.Optional;
import tmi.diagram.operation.Applied;

/// What came of a whole-list write.
///
/// @param content the content after it, others' edits included
/// @param applied empty when neither a value nor the order changed: then the vector stood still
public record Written(DiagramContent content, Optional<Applied> applied) {}
