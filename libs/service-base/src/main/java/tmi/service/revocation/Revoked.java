package tmi.service.revocation;

import java.time.Instant;

/// A row of `auth.revoked`.
///
/// @param kind `token`, `session`, `person` or `access`
/// @param subject what ended: the token's id, the session, the person's id; for `access` whose or
///   which model's rights changed
/// @param at when it ended
/// @param expiresAt after this no token can still name it
record Revoked(long number, String kind, String subject, Instant at, Instant expiresAt) {}
