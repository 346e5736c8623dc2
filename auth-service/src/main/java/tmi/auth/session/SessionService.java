package tmi.auth.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tmi.kernel.id.Ids;
import tmi.kernel.identity.Caller;
import tmi.kernel.problem.Problem;
import tmi.service.id.IdSource;
import tmi.service.revocation.RevocationWatch;
import tmi.service.wake.Wake;

/// Begins and ends sign-ins.
@ApplicationScoped
public class SessionService {
  /// A token may be judged by a clock that is a little behind ours.
  private static final Duration CLOCK_ERROR = Duration.ofMinutes(5);

  private final SessionRepository repository;
  private final SessionConfig config;
  private final IdSource ids;
  private final Wake wake;
  private final RevocationWatch revocation;
  private final Pool pool;

  SessionService(
      SessionRepository repository,
      SessionConfig config,
      IdSource ids,
      Wake wake,
      RevocationWatch revocation,
      Pool pool) {
    this.repository = repository;
    this.config = config;
    this.ids = ids;
    this.wake = wake;
    this.revocation = revocation;
    this.pool = pool;
  }

  /// Begins a sign-in of a person who has just been authenticated.
  public Uni<SignIn> begin(SqlClient tx, UUID userId, Instant now) {
    SignIn signIn = new SignIn(ids.v4(), userId, now, now.plus(config.lifetime()));
    return repository.add(tx, signIn).replaceWith(signIn);
  }

  /// Ends a sign-in and with it every token that came of it, within five seconds on every replica
  /// of every service.
  public Uni<Void> end(UUID signInId) {
    return pool.withTransaction(tx -> end(tx, signInId)).call(this::announce);
  }

  /// Ends what a caller's token belongs to: its sign-in, or the token alone when it belongs to
  /// none. One that names neither can only run out; 400 `invalid_request`.
  public Uni<Void> end(Caller caller) {
    Optional<UUID> signIn = Ids.parse(caller.sessionId());
    if (signIn.isPresent()) {
      return end(signIn.get());
    }
    if (caller.tokenId() == null) {
      return Uni.createFrom()
          .failure(
              new Problem(400, "invalid_request", "This token has no id and ends by itself, soon"));
    }
    return endToken(caller.tokenId());
  }

  /// The same as the last act of the caller's transaction; the caller announces it after the
  /// commit.
  public Uni<Void> end(SqlClient tx, UUID signInId) {
    return repository
        .end(tx, signInId)
        .chain(() ->
            repository.revoke(
                tx, "session", signInId.toString(), config.accessLife().plus(CLOCK_ERROR)));
  }

  private Uni<Void> endToken(String tokenId) {
    Duration keep = config.accessLife().plus(CLOCK_ERROR);
    return pool.withTransaction(tx -> repository.revoke(tx, "token", tokenId, keep))
        .call(this::announce);
  }

  /// Tells every replica that there are new revocations, this one before the answer is given;
  /// without Redis the others' poll finds them.
  public Uni<Boolean> announce() {
    wake.call(Wake.REVOCATION);
    return revocation.refresh();
  }
}
