package tmi.service.egress;

/// The target was asked and gave no complete answer. The text is ours, short, and free of addresses
/// and of anything that the other side sent.
public final class EgressFailure extends RuntimeException {
  EgressFailure(String reason) {
    super(reason, null, false, false);
  }
}
