package tmi.service.revocation;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import tmi.kernel.identity.Caller;
import tmi.kernel.problem.Problem;
import tmi.service.caller.TokenVerifier;

/// Judges a token by all that this replica knows. A client signs its person out at a 401, so that
/// is said only by a replica that can know: whoever has not read the keys and the revocations yet,
/// or not lately, says 503 first.
@ApplicationScoped
public class TokenAdmission {
  private static final int RETRY_SECONDS = 5;
  private final TokenVerifier verifier;
  private final RevocationWatch revocation;

  TokenAdmission(TokenVerifier verifier, RevocationWatch revocation) {
    this.verifier = verifier;
    this.revocation = revocation;
  }

  /// The caller of a token, in the context of who asks. [Problem] 503 with `Retry-After` while this
  /// replica cannot judge it, 401 when it does not hold or was ended.
  public Uni<Caller> admit(String token) {
    return switch (next(token, false)) {
      case WAIT -> Uni.createFrom().failure(unavailable());
      case JUDGE -> Uni.createFrom().item(() -> judge(token));
      case LOOK -> inOwnContext(revocation.look()).map(looked -> afterLook(token, looked));
    };
  }

  private Caller afterLook(String token, boolean looked) {
    if (!looked || next(token, true) == Step.WAIT) {
      throw unavailable();
    }
    return judge(token);
  }

  private Caller judge(String token) {
    Caller caller = verifier.verify(token);
    if (revocation.isRevoked(caller)) {
      throw Problem.unauthorized();
    }
    return caller;
  }

  private Step next(String token, boolean looked) {
    return Step.of(
        revocation.isFresh(), verifier.hasKeys(), looked, () -> verifier.namesUnknownKey(token));
  }

  /// A look is shared, and ends in the context of whoever began it.
  private static Uni<Boolean> inOwnContext(Uni<Boolean> look) {
    Context own = Vertx.currentContext();
    return own == null ? look : look.emitOn(task -> own.runOnContext(ignored -> task.run()));
  }

  private static Problem unavailable() {
    return Problem.unavailable(RETRY_SECONDS);
  }

  /// What comes next with a token.
  enum Step {
    /// Nothing can be said of any token.
    WAIT,
    /// It names a key that may have been published since the last poll.
    LOOK,
    /// All that is needed is known.
    JUDGE;

    /// @param fresh the last good poll is young enough
    /// @param hasKeys any key was ever read
    /// @param looked the keys were read since the token came
    static Step of(
        boolean fresh,
        boolean hasKeys,
        boolean looked,
        java.util.function.BooleanSupplier unknown) {
      if (!fresh || !hasKeys) {
        return WAIT;
      }
      return !looked && unknown.getAsBoolean() ? LOOK : JUDGE;
    }
  }
}
