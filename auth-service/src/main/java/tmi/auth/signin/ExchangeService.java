package tmi.auth.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import tmi.auth.provider.BuiltInProvider;
import tmi.auth.token.TokenPair;
import tmi.kernel.problem.Problem;

/// The client's half of the code flow: a code and its verifier become a pair of tokens.
@ApplicationScoped
class ExchangeService {
  private final PendingRepository pending;
  private final BuiltInProvider builtIn;
  private final WelcomeService welcome;
  private final Pool pool;

  ExchangeService(
      PendingRepository pending, BuiltInProvider builtIn, WelcomeService welcome, Pool pool) {
    this.pending = pending;
    this.builtIn = builtIn;
    this.welcome = welcome;
    this.pool = pool;
  }

  /// The code is taken before anything is compared: it is good for one attempt.
  Uni<TokenPair> exchange(TokenRequest request, String provider) {
    require("code", request.code());
    require("code_verifier", request.codeVerifier());
    require("redirect_uri", request.redirectUri());
    return pending
        .takeByCode(request.code())
        .map(found -> found.orElseThrow(ExchangeService::refusal))
        .invoke(waiting -> check(waiting, request, provider))
        .map(waiting -> builtIn.prove(request.code()))
        .chain(identity -> pool.withTransaction(tx -> welcome.signIn(tx, identity)));
  }

  private static void check(Pending waiting, TokenRequest request, String provider) {
    boolean proved = Pkce.proves(request.codeVerifier(), waiting.codeChallenge());
    if (!proved || !waiting.provider().equals(provider)) {
      throw refusal();
    }
  }

  private static void require(String name, String value) {
    if (value == null || value.isBlank()) {
      throw new Problem(400, "invalid_request", name + " is needed");
    }
  }

  private static Problem refusal() {
    return new Problem(
        400, "invalid_grant", "The code is unknown, used or too old, or its verifier is wrong");
  }
}
