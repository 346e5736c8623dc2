package tmi.auth.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import tmi.auth.session.SessionService;

/// Codes that come again: what the first use made is ended (RFC 6749 section 4.1.2).
///
/// Two uses at the same moment: the later one leaves a mark and then looks for a sign-in, the first
/// one stores its sign-in and then looks for a mark. Whatever comes first, one of them sees the
/// other.
@ApplicationScoped
class ReplayService {
  private static final Logger LOG = Logger.getLogger(ReplayService.class);
  private final PendingRepository pending;
  private final CodeRepository codes;
  private final SessionService sessions;
  private final Pool pool;

  ReplayService(
      PendingRepository pending, CodeRepository codes, SessionService sessions, Pool pool) {
    this.pending = pending;
    this.codes = codes;
    this.sessions = sessions;
    this.pool = pool;
  }

  /// Ends the sign-in that the code was exchanged for, if there is one. For a code that is not, or
  /// no longer, good.
  Uni<Void> endWhatItMade(String code) {
    byte[] hash = CodeHash.of(code);
    return pending.markReplayed(hash).chain(() -> end(hash));
  }

  /// Whether the code was exchanged before; the callback can bring one back that was.
  Uni<Boolean> cameBefore(String code) {
    return codes.isKnown(pool, CodeHash.of(code));
  }

  /// Whether the code came a second time while it was being exchanged; then its sign-in is ended
  /// already.
  Uni<Boolean> cameAgain(String code) {
    byte[] hash = CodeHash.of(code);
    return pending.isReplayed(hash).call(again -> again ? end(hash) : Uni.createFrom().voidItem());
  }

  private Uni<Void> end(byte[] hash) {
    return codes
        .findSignIn(pool, hash)
        .chain(found -> found.map(this::end).orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> end(UUID signInId) {
    LOG.warnf("authorization code came again; sign-in ended session=%s", signInId);
    return sessions.end(signInId);
  }
}
