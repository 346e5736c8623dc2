package tmi.auth.token;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import tmi.auth.session.SessionService;
import tmi.kernel.identity.Caller;
import tmi.kernel.problem.Problem;
import tmi.service.caller.TokenConfig;
import tmi.service.revocation.TokenAdmission;

/// Whether a token holds, and ending one.
@ApplicationScoped
public class TokenStateService {
  private final RefreshRepository refreshes;
  private final SessionService sessions;
  private final TokenAdmission admission;
  private final TokenConfig config;
  private final Pool pool;

  TokenStateService(
      RefreshRepository refreshes,
      SessionService sessions,
      TokenAdmission admission,
      TokenConfig config,
      Pool pool) {
    this.refreshes = refreshes;
    this.sessions = sessions;
    this.admission = admission;
    this.config = config;
    this.pool = pool;
  }

  /// Ends the sign-in that the token came of; a token that nobody knows is ended already (RFC
  /// 7009).
  public Uni<Void> revoke(String token) {
    return isJwt(token) ? revokeAccess(token) : revokeRefresh(token);
  }

  /// What the token says, as long as it holds. A refresh token never does here.
  public Uni<Introspection> introspect(String token) {
    return caller(token)
        .map(caller ->
            caller
                .map(c -> Introspection.active(c, config.issuer()))
                .orElseGet(Introspection::inactive));
  }

  private Uni<Void> revokeAccess(String token) {
    return caller(token)
        .chain(caller -> caller.map(sessions::end).orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> revokeRefresh(String token) {
    return refreshes
        .findSignIn(pool, RefreshToken.hash(token))
        .chain(id -> id == null ? Uni.createFrom().voidItem() : sessions.end(id));
  }

  /// The caller of a token that holds; 503 while this replica cannot know.
  private Uni<Optional<Caller>> caller(String token) {
    if (!isJwt(token)) {
      return Uni.createFrom().item(Optional.empty());
    }
    return admission
        .admit(token)
        .map(Optional::of)
        .onFailure(TokenStateService::holdsNot)
        .recoverWithItem(Optional.empty());
  }

  private static boolean holdsNot(Throwable refusal) {
    return refusal instanceof Problem problem && problem.status() == 401;
  }

  private static boolean isJwt(String token) {
    return token.chars().filter(c -> c == '.').count() == 2;
  }
}
