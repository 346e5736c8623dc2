package tmi.diagram.store.log;

import tmi.diagram.operation.Applied;

/// An operation found in the log, with the hash of what its author sent.
public record Recorded(Applied applied, String bodyHash) {}
