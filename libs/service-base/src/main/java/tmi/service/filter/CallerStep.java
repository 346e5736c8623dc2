package tmi.service.filter;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import tmi.kernel.identity.Caller;
import tmi.kernel.problem.Problem;
import tmi.service.caller.CurrentCaller;
import tmi.service.revocation.TokenAdmission;

/// Step 13: the token. 401 without a valid one, 503 while this replica cannot judge it.
@ApplicationScoped
class CallerStep {
  private final TokenAdmission admission;

  CallerStep(TokenAdmission admission) {
    this.admission = admission;
  }

  /// The caller of a request that needs one.
  Uni<Caller> require(RoutingContext context) {
    String token = Bearer.token(context.request()).orElseThrow(Problem::unauthorized);
    return admitted(context, token);
  }

  /// Notes the caller of a request on a public path, if it brings a good token; a bad one is no
  /// refusal there, and one that cannot be judged is a refusal only to an operation that asks.
  Uni<Void> note(RoutingContext context) {
    return Uni.createFrom()
        .item(() -> Bearer.token(context.request()))
        .chain(token -> noted(context, token))
        .onFailure(Problem.class)
        .invoke(refusal -> noteRefusal(context, (Problem) refusal))
        .onFailure(Problem.class)
        .recoverWithNull();
  }

  private Uni<Void> noted(RoutingContext context, Optional<String> token) {
    return token.isEmpty()
        ? Uni.createFrom().voidItem()
        : admitted(context, token.get()).replaceWithVoid();
  }

  private static void noteRefusal(RoutingContext context, Problem refusal) {
    if (refusal.status() != 401) {
      CurrentCaller.putRefusal(context, refusal);
    }
  }

  private Uni<Caller> admitted(RoutingContext context, String token) {
    return admission.admit(token).invoke(caller -> CurrentCaller.put(context, caller, token));
  }
}
