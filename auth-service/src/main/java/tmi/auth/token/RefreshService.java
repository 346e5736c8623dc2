package tmi.auth.token;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import tmi.auth.session.SessionService;
import tmi.auth.session.SignIn;
import tmi.auth.user.User;
import tmi.auth.user.UserService;
import tmi.kernel.problem.Problem;

/// Rotation: a refresh token is good for one pair. One that comes twice was copied, and ends the
/// sign-in with everything that came of it.
@ApplicationScoped
public class RefreshService {
  private static final Logger LOG = Logger.getLogger(RefreshService.class);
  private final RefreshRepository repository;
  private final MintService mint;
  private final SessionService sessions;
  private final UserService users;
  private final Pool pool;

  RefreshService(
      RefreshRepository repository,
      MintService mint,
      SessionService sessions,
      UserService users,
      Pool pool) {
    this.repository = repository;
    this.mint = mint;
    this.sessions = sessions;
    this.users = users;
    this.pool = pool;
  }

  /// A new pair for an unused token; 400 `invalid_grant` for any other.
  public Uni<TokenPair> refresh(String token) {
    byte[] hash = RefreshToken.hash(token);
    Instant now = Instant.now();
    return pool.withTransaction(
            tx -> repository.lock(tx, hash, now).chain(refresh -> act(tx, hash, refresh, now)))
        .call(pair -> pair.isPresent() ? Uni.createFrom().voidItem() : sessions.announce())
        .map(pair -> pair.orElseThrow(RefreshService::refusal));
  }

  /// The refusal of every token that is no good, without a word about why.
  static Problem refusal() {
    return new Problem(400, "invalid_grant", "The refresh token is not valid; sign in again");
  }

  /// Empty for a refusal: it must not roll back what it did.
  private Uni<Optional<TokenPair>> act(SqlClient tx, byte[] hash, Refresh refresh, Instant now) {
    return switch (refresh) {
      case Refresh.Good(SignIn signIn) -> rotate(tx, hash, signIn, now);
      case Refresh.Stolen(SignIn signIn) -> end(tx, signIn);
      case Refresh.Dead() -> Uni.createFrom().item(Optional.empty());
    };
  }

  private Uni<Optional<TokenPair>> rotate(SqlClient tx, byte[] hash, SignIn signIn, Instant now) {
    return repository
        .use(tx, hash)
        .chain(() -> activeUser(tx, signIn))
        .call(user -> users.markSeen(tx, user.id()))
        .chain(user -> mint.mint(tx, user, signIn, now))
        .map(Optional::of);
  }

  private Uni<User> activeUser(SqlClient tx, SignIn signIn) {
    return users
        .getActive(tx, signIn.userId())
        .onFailure(Problem.class)
        .transform(gone -> refusal());
  }

  private Uni<Optional<TokenPair>> end(SqlClient tx, SignIn signIn) {
    LOG.warnf("used refresh token came again; sign-in ended caller=%s", signIn.userId());
    return sessions.end(tx, signIn.id()).replaceWith(Optional.empty());
  }
}
