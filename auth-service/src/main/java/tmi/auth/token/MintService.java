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

  /// The first pair of a sign-in, in the caller's transaction.
  public Uni<TokenPair> mint(SqlClient tx, User user, SignIn signIn, Instant now) {
    return mint(tx, user, signIn, maker.refreshText(), now);
  }

  /// One more pair with the given refresh token, which is stored.
  Uni<TokenPair> mint(SqlClient tx, User user, SignIn signIn, String refreshText, Instant now) {
    RefreshToken refresh = maker.refresh(refreshText, signIn, now);
    return refreshes
        .add(tx, refresh.hash(), signIn.id(), refresh.expiresAt())
        .chain(() -> pair(tx, user, signIn, refreshText, now));
  }

  /// A pair whose refresh token is stored already. Groups are read again with every pair.
  Uni<TokenPair> pair(SqlClient tx, User user, SignIn signIn, String refreshText, Instant now) {
    return groups
        .standing(tx, user.id())
        .chain(
            standing -> keys.current(tx).map(key -> maker.access(key, user, standing, signIn, now)))
        .map(access -> TokenPair.of(access, refreshText, maker.accessSeconds()));
  }
}
