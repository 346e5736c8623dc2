package tmi.diagram.operation;

import java.util.UUID;

/// One client's operation: all of it is applied or none.
///
/// @param operationId the client's id for it; sending it again repeats the first outcome
/// @param author the internal id of the person
/// @param intent what to do
public record Batch(UUID operationId, UUID author, Intent intent) {}
