package tmi.webhook.subscription;

import tmi.kernel.problem.Problem;

/// What an asking came to: a subscription, or the sentence that refuses its address. A value, so
/// that the transaction that counted the asking is kept either way.
record Asking(Subscription made, String refusal) {
  Subscription madeOrRefused() {
    if (refusal != null) {
      throw Problem.invalidInput(refusal);
    }
    return made;
  }
}
