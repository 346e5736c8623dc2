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

/// Rotation: a refresh token is good for one successor, which is given again for half a minute,
/// because an answer may be lost. A token that comes later than that was copied, and ends the
/// sign-in with everything that came of it.
@ApplicationScoped
public class RefreshService {
  private static final Logger LOG = Logger.getLogger(RefreshService.class);
  private static final String REFUSED = "invalid_grant";
  private final RefreshRepository repository;
  private final MintService mint;
  private final TokenMaker maker;
  private final SessionService sessions;
  private final UserService users;
  private final Pool pool;

  RefreshService(
      RefreshRepository repository,
      MintService mint,
      TokenMaker maker,
      SessionService sessions,
      UserService users,
      Pool pool) {
    this.repository = repository;
    this.mint = mint;
    this.maker = maker;
    this.sessions = sessions;
    this.users = users;
    this.pool = pool;
  }

  /// A new pair for an unused token, the same refresh token again for one that was used within the
  /// last 30 seconds; 400 `invalid_grant` for any other.
  public Uni<TokenPair> refresh(String token) {
    byte[] hash = RefreshToken.hash(token);
    Instant now = Instant.now();
    return pool.withTransaction(
            tx -> repository.lock(tx, hash, now).chain(refresh -> act(tx, token, refresh, now)))
        .call(pair -> pair.isPresent() ? Uni.createFrom().voidItem() : sessions.announce())
        .map(pair -> pair.orElseThrow(RefreshService::refusal));
  }

  /// Whether the failure says that the token will never be good again, so that a browser may drop
  /// it. A store that is away says nothing about the token.
  public static boolean isFinal(Throwable failure) {
    return failure instanceof Problem problem && problem.code().equals(REFUSED);
  }

  /// The refusal of every token that is no good, without a word about why.
  static Problem refusal() {
    return new Problem(400, REFUSED, "The refresh token is not valid; sign in again");
  }

  /// Empty for a refusal: it must not roll back what it did.
  private Uni<Optional<TokenPair>> act(SqlClient tx, String token, Refresh refresh, Instant now) {
    return switch (refresh) {
      case Refresh.Good(SignIn signIn) -> rotate(tx, token, signIn, now).map(Optional::of);
      case Refresh.Repeated(SignIn signIn) -> repeat(tx, token, signIn, now);
      case Refresh.Stolen(SignIn signIn) -> end(tx, signIn);
      case Refresh.Dead() -> Uni.createFrom().item(Optional.empty());
    };
  }

  private Uni<TokenPair> rotate(SqlClient tx, String token, SignIn signIn, Instant now) {
    byte[] salt = maker.salt();
    String successor = RefreshToken.successor(token, salt);
    return repository
        .use(tx, RefreshToken.hash(token), salt)
        .chain(() -> activeUser(tx, signIn))
        .call(user -> users.markSeen(tx, user.id()))
        .chain(user -> mint.mint(tx, user, signIn, successor, now));
  }

  private Uni<Optional<TokenPair>> repeat(SqlClient tx, String token, SignIn signIn, Instant now) {
    return repository
        .findSalt(tx, RefreshToken.hash(token))
        .chain(salt ->
            salt.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : pair(tx, RefreshToken.successor(token, salt.get()), signIn, now));
  }

  private Uni<Optional<TokenPair>> pair(SqlClient tx, String token, SignIn signIn, Instant now) {
    return activeUser(tx, signIn)
        .chain(user -> mint.pair(tx, user, signIn, token, now))
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
