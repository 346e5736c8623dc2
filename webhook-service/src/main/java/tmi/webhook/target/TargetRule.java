package tmi.webhook.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import tmi.service.start.StartRule;

/// Production reaches public HTTPS targets only.
@ApplicationScoped
class TargetRule implements StartRule {
  private final TargetConfig config;

  TargetRule(TargetConfig config) {
    this.config = config;
  }

  @Override
  public List<String> refusals() {
    List<String> refusals = new ArrayList<>();
    if (config.allowHttpTargets()) {
      refusals.add("TMI_WEBHOOK_ALLOW_HTTP_TARGETS is for development; remove it");
    }
    if (config.allowLoopbackTargets()) {
      refusals.add("TMI_WEBHOOK_ALLOW_LOOPBACK_TARGETS is for development; remove it");
    }
    return refusals;
  }
}
