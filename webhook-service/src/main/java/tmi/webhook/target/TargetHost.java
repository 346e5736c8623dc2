package tmi.webhook.target;

import tmi.service.egress.Target;

/// The host of an address that was accepted once, whatever would be accepted now: the key of its
/// queue and breaker.
public final class TargetHost {
  private TargetHost() {}

  public static String of(String url) {
    return Target.hostOf(url);
  }
}
