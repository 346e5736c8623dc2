package tmi.diagram.rule;

/// Thrown by the rules; says no to a whole batch or list. Carries no stack trace: it is an answer.
public final class Refused extends RuntimeException {
  private final transient Refusal refusal;

  public Refused(Refusal refusal) {
    super(refusal.message(), null, false, false);
    this.refusal = refusal;
  }

  /// What to answer.
  public Refusal refusal() {
    return refusal;
  }
}
