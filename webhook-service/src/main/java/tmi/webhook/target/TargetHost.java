package tmi.webhook.target;

import tmi.service.egress.EgressPolicy;
import tmi.service.egress.Target;

/// The host of an address that was accepted once, whatever would be accepted now: the key of its
/// queue and breaker.
public final class TargetHost {
  private static final EgressPolicy WIDEST = new EgressPolicy(true, true);

  private TargetHost() {}

  public static String of(String url) {
    return Target.of(url, WIDEST).host();
  }
}
