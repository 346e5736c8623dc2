package tmi.auth.user;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import tmi.kernel.problem.Problem;
import tmi.service.id.IdSource;

/// Finds people, and registers them at their first sign-in.
@ApplicationScoped
public class UserService {
  private final UserRepository repository;
  private final IdSource ids;
  private final Pool pool;

  UserService(UserRepository repository, IdSource ids, Pool pool) {
    this.repository = repository;
    this.ids = ids;
    this.pool = pool;
  }

  /// The person behind a proved identity, in the caller's transaction.
  public Uni<User> signedIn(SqlClient tx, ProvedIdentity identity) {
    return match(tx, identity)
        .chain(match ->
            switch (match) {
              case Match.Known(User user) -> complete(tx, user, identity);
              case Match.Expected(User user) -> complete(tx, user, identity);
              case Match.Claimed(User user) -> complete(tx, user, identity);
              case Match.Unknown() -> register(tx, identity);
              case Match.Conflict() -> Uni.createFrom().failure(conflict());
              case Match.Unverified() -> Uni.createFrom().failure(unverified());
            });
  }

  /// The person with that internal id who may still act; a token outlives its person.
  public Uni<User> getActive(UUID id) {
    return getActive(pool, id);
  }

  /// The same inside a transaction.
  public Uni<User> getActive(SqlClient client, UUID id) {
    return repository
        .find(client, id)
        .map(found -> found.filter(User::active).orElseThrow(Problem::unauthorized));
  }

  /// Remembers that the person was here just now.
  public Uni<Void> markSeen(SqlClient tx, UUID id) {
    return repository.markSeen(tx, id);
  }

  private Uni<Match> match(SqlClient tx, ProvedIdentity identity) {
    return repository.listCandidates(tx, identity).map(found -> Match.of(identity, found));
  }

  private Uni<User> complete(SqlClient tx, User user, ProvedIdentity identity) {
    if (!user.active()) {
      return Uni.createFrom().failure(Problem.forbidden("This account is closed"));
    }
    if (user.automation()) {
      return Uni.createFrom().failure(Problem.forbidden("Nobody signs in as a machine account"));
    }
    return repository.complete(tx, user.id(), identity);
  }

  private Uni<User> register(SqlClient tx, ProvedIdentity identity) {
    return repository
        .add(tx, ids.v4(), identity)
        .chain(added -> added.map(Uni.createFrom()::item).orElseGet(() -> winner(tx, identity)));
  }

  /// Another request registered the same person first: that row it is.
  private Uni<User> winner(SqlClient tx, ProvedIdentity identity) {
    return repository
        .listCandidates(tx, identity)
        .map(found -> found.stream().findFirst().orElseThrow(() -> Problem.unavailable(1)));
  }

  private static Problem conflict() {
    return Problem.conflict(
        "account_conflict", "An account with this e-mail exists at another identity provider");
  }

  private static Problem unverified() {
    return new Problem(
        403,
        "email_not_verified",
        "An account waits for this e-mail, and the identity provider has not verified it");
  }
}
