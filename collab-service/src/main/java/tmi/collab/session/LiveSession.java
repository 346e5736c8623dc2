package tmi.collab.session;

import java.util.UUID;
import tmi.collab.protocol.User;

/// A session that is on, with the names people see.
///
/// @param presenter null when there is none
public record LiveSession(
    UUID id,
    UUID modelId,
    String modelName,
    UUID diagramId,
    String diagramName,
    UUID hostId,
    User host,
    User presenter) {}
