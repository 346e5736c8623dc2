package tmi.webhook.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import tmi.webhook.signing.Signature;
import tmi.webhook.signing.SigningKey;

/// What a receiver sends along to prove that it knows the secret: the contract's signature, or the
/// three headers of Standard Webhooks, which also say when. Any of them may be null.
record Proof(String contract, String id, String time, String standard) {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  boolean isAbsent() {
    return contract == null && standard == null;
  }

  boolean holds(SigningKey key, byte[] message, Instant now) {
    if (time != null && !isTimely(now)) {
      return false;
    }
    if (contract != null
        && Signature.matches(Signature.contract(key.contract(), message), contract)) {
      return true;
    }
    return standard != null && id != null && time != null && isSigned(key, message);
  }

  private boolean isTimely(Instant now) {
    return time.matches("\\d{1,12}")
        && Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now)
                .abs()
                .compareTo(TOLERANCE)
            <= 0;
  }

  private boolean isSigned(SigningKey key, byte[] message) {
    return key.standard()
        .map(bytes -> Signature.standard(bytes, id, Long.parseLong(time), message))
        .filter(right ->
            Arrays.stream(standard.split(" ")).anyMatch(one -> Signature.matches(right, one)))
        .isPresent();
  }
}
