package tmi.collab.connection;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Lets only handshakes through that the filter admitted, and gives the socket what it needs.
@ApplicationScoped
class AdmittedUpgradeFilter implements HttpUpgradeCheck {
  private final Admissions admissions;

  AdmittedUpgradeFilter(Admissions admissions) {
    this.admissions = admissions;
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext context) {
    return admissions
        .take(context.httpRequest().getParam("ticket"))
        .map(admission -> {
          HardClose hardClose = new HardClose(context.httpRequest().connection());
          hardClose.tellOfOversizedFrames();
          context.userData().put(Admission.KEY, admission);
          context.userData().put(Admission.HARD_CLOSE, hardClose);
          return CheckResult.permitUpgrade();
        })
        .orElseGet(() -> CheckResult.rejectUpgrade(401));
  }
}
