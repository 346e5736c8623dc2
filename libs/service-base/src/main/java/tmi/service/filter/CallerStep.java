package tmi.service.filter;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import tmi.kernel.identity.Caller;
import tmi.kernel.problem.Problem;
import tmi.service.caller.CurrentCaller;
import tmi.service.caller.TokenVerifier;
import tmi.service.revocation.RevocationWatch;

/// Step 13: the token. 401 without a valid one, 503 while this replica cannot know what was
/// revoked.
@ApplicationScoped
class CallerStep {
  private static final int RETRY_SECONDS = 5;
  private final TokenVerifier verifier;
  private final RevocationWatch revocation;

  CallerStep(TokenVerifier verifier, RevocationWatch revocation) {
    this.verifier = verifier;
    this.revocation = revocation;
  }

  /// The caller of a request that needs one.
  Uni<Caller> require(RoutingContext context) {
    String token = Bearer.token(context.request()).orElseThrow(Problem::unauthorized);
    return verifier.namesUnknownKey(token)
        ? revocation.refresh().map(polled -> admit(context, token))
        : Uni.createFrom().item(() -> admit(context, token));
  }

  /// The caller of a request on a public path, if it brings a good token; a bad one is no refusal
  /// there.
  void note(RoutingContext context) {
    try {
      Optional<String> token = Bearer.token(context.request());
      if (token.isPresent() && revocation.isFresh()) {
        admit(context, token.get());
      }
    } catch (Problem ignored) {
      // public means public: the operation itself decides what a missing caller means
      context.remove("tmi.caller");
    }
  }

  private Caller admit(RoutingContext context, String token) {
    Caller caller = verifier.verify(token);
    if (!revocation.isFresh()) {
      throw Problem.unavailable(RETRY_SECONDS);
    }
    if (revocation.isRevoked(caller)) {
      throw Problem.unauthorized();
    }
    CurrentCaller.put(context, caller, token);
    return caller;
  }
}
