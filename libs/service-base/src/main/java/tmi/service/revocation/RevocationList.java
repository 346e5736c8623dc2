package tmi.service.revocation;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tmi.kernel.identity.Caller;

/// The revocations a replica knows. Only grows by polls and shrinks by expiry.
final class RevocationList {
  private final Map<String, Revoked> byKey = new ConcurrentHashMap<>();

  void add(Collection<Revoked> rows) {
    for (Revoked row : rows) {
      byKey.merge(
          key(row.kind(), row.subject()),
          row,
          (old, now) -> old.number() > now.number() ? old : now);
    }
  }

  void prune(Instant now) {
    byKey.values().removeIf(row -> row.expiresAt().isBefore(now));
  }

  boolean ends(Caller caller) {
    return has("token", caller.tokenId())
        || has("session", caller.sessionId())
        || endedBefore(caller);
  }

  /// Token times have whole seconds, so one of the very second of the revocation counts as earlier.
  private boolean endedBefore(Caller caller) {
    Revoked person = byKey.get(key("person", caller.userId().toString()));
    return person != null && !caller.issuedAt().isAfter(person.at());
  }

  private boolean has(String kind, String subject) {
    return subject != null && byKey.containsKey(key(kind, subject));
  }

  private static String key(String kind, String subject) {
    return kind + ' ' + subject;
  }
}
