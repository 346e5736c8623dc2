package tmi.auth.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import tmi.auth.group.GroupService;
import tmi.auth.session.SessionService;
import tmi.auth.token.MintService;
import tmi.auth.token.TokenPair;
import tmi.auth.user.ProvedIdentity;
import tmi.auth.user.User;
import tmi.auth.user.UserService;

/// What happens when an identity has been proved: the person is found or registered, gets what is
/// due, and a sign-in begins. One transaction.
@ApplicationScoped
class WelcomeService {
  private final UserService users;
  private final GroupService groups;
  private final SessionService sessions;
  private final CodeRepository codes;
  private final MintService mint;

  WelcomeService(
      UserService users,
      GroupService groups,
      SessionService sessions,
      CodeRepository codes,
      MintService mint) {
    this.users = users;
    this.groups = groups;
    this.sessions = sessions;
    this.codes = codes;
    this.mint = mint;
  }

  /// @param code the code that is exchanged, remembered with the sign-in
  Uni<TokenPair> signIn(SqlClient tx, ProvedIdentity identity, String code) {
    Instant now = Instant.now();
    return users
        .signedIn(tx, identity)
        .call(user -> groups.remember(tx, user.id(), identity.provider(), identity.groups()))
        .call(user -> groups.welcome(tx, user.id(), identity.subject()))
        .chain(user -> begin(tx, user, code, now));
  }

  private Uni<TokenPair> begin(SqlClient tx, User user, String code, Instant now) {
    return sessions
        .begin(tx, user.id(), now)
        .call(signIn -> codes.add(tx, CodeHash.of(code), signIn.id()))
        .chain(signIn -> mint.mint(tx, user, signIn, now));
  }
}
