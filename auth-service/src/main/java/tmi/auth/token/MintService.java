package tmi.auth.token;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import tmi.auth.group.GroupService;
import tmi.auth.key.KeyService;
import tmi.auth.session.SignIn;
import tmi.auth.user.User;

/// Hands out a pair of tokens of a sign-in: the access token signed, the refresh token stored.
@ApplicationScoped
public class MintService {
  private final GroupService groups;
  private final KeyService keys;
  private final RefreshRepository refreshes;
  private final TokenMaker maker;

  MintService(GroupService groups, KeyService keys, RefreshRepository refreshes, TokenMaker maker) {
    this.groups = groups;
    this.keys = keys;
    this.refreshes = refreshes;
    this.maker = maker;
  }

  /// One more pair, in the caller's transaction. Groups are read again with every pair.
  public Uni<TokenPair> mint(SqlClient tx, User user, SignIn signIn, Instant now) {
    RefreshToken refresh = maker.refresh(signIn, now);
    return refreshes
        .add(tx, refresh.hash(), signIn.id(), refresh.expiresAt())
        .chain(() -> groups.standing(tx, user.id()))
        .chain(
            standing -> keys.current(tx).map(key -> maker.access(key, user, standing, signIn, now)))
        .map(access -> TokenPair.of(access, refresh.text(), maker.accessSeconds()));
  }
}
