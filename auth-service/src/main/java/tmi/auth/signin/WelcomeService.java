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
  private final MintService mint;

  WelcomeService(
      UserService users, GroupService groups, SessionService sessions, MintService mint) {
    this.users = users;
    this.groups = groups;
    this.sessions = sessions;
    this.mint = mint;
  }

  Uni<TokenPair> signIn(SqlClient tx, ProvedIdentity identity) {
    Instant now = Instant.now();
    return users
        .signedIn(tx, identity)
        .call(user -> groups.remember(tx, user.id(), identity.provider(), identity.groups()))
        .call(user -> groups.welcome(tx, user.id(), identity.subject()))
        .chain(user -> begin(tx, user, now));
  }

  private Uni<TokenPair> begin(SqlClient tx, User user, Instant now) {
    return sessions.begin(tx, user.id(), now).chain(signIn -> mint.mint(tx, user, signIn, now));
  }
}
