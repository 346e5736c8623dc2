package tmi.auth.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import tmi.auth.provider.BuiltInProvider;
import tmi.auth.token.TokenPair;
import tmi.auth.user.ProvedIdentity;
import tmi.kernel.problem.Problem;

/// The client's half of the code flow: a code and its verifier become a pair of tokens.
@ApplicationScoped
class ExchangeService {
  private final PendingRepository pending;
  private final BuiltInProvider builtIn;
  private final WelcomeService welcome;
  private final ReplayService replays;
  private final Pool pool;

  ExchangeService(
      PendingRepository pending,
      BuiltInProvider builtIn,
      WelcomeService welcome,
      ReplayService replays,
      Pool pool) {
    this.pending = pending;
    this.builtIn = builtIn;
    this.welcome = welcome;
    this.replays = replays;
    this.pool = pool;
  }

  /// The code is taken before anything is compared: it is good for one attempt, and a second one
  /// ends what the first made.
  Uni<TokenPair> exchange(TokenRequest request, String provider) {
    require("code", request.code());
    require("code_verifier", request.codeVerifier());
    require("redirect_uri", request.redirectUri());
    return pending
        .takeByCode(request.code())
        .chain(found ->
            found.isPresent() ? redeem(found.get(), request, provider) : refuseReplay(request));
  }

  private Uni<TokenPair> refuseReplay(TokenRequest request) {
    return replays.endWhatItMade(request.code()).chain(ExchangeService::refused);
  }

  private Uni<TokenPair> redeem(Pending waiting, TokenRequest request, String provider) {
    check(waiting, request, provider);
    return replays
        .cameBefore(request.code())
        .chain(before -> before ? refuseReplay(request) : signIn(request));
  }

  private Uni<TokenPair> signIn(TokenRequest request) {
    ProvedIdentity identity = builtIn.prove(request.code());
    return pool.withTransaction(tx -> welcome.signIn(tx, identity, request.code()))
        .chain(pair ->
            replays
                .cameAgain(request.code())
                .chain(again -> again ? refused() : Uni.createFrom().item(pair)));
  }

  private static void check(Pending waiting, TokenRequest request, String provider) {
    boolean proved = Pkce.proves(request.codeVerifier(), waiting.codeChallenge());
    if (!proved || !waiting.provider().equals(provider) || !isRedirect(waiting, request)) {
      throw refusal();
    }
  }

  /// The address that the code was sent to, letter by letter (RFC 6749 section 4.1.3).
  private static boolean isRedirect(Pending waiting, TokenRequest request) {
    return waiting.clientCallback() == null
        || waiting.clientCallback().equals(request.redirectUri());
  }

  private static void require(String name, String value) {
    if (value == null || value.isBlank()) {
      throw new Problem(400, "invalid_request", name + " is needed");
    }
  }

  private static Uni<TokenPair> refused() {
    return Uni.createFrom().failure(refusal());
  }

  private static Problem refusal() {
    return new Problem(
        400,
        "invalid_grant",
        "The code is unknown, used or too old, or its verifier or redirect_uri is wrong");
  }
}
