package tmi.service.egress;

/// The target may not be connected to: its form, its name or its address. Says nothing of the
/// target's health, and never names an address.
public final class EgressRefusal extends RuntimeException {
  EgressRefusal(String reason) {
    super(reason, null, false, false);
  }
}
