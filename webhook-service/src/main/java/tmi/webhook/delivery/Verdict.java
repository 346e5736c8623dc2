package tmi.webhook.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import tmi.service.egress.EgressRefusal;
import tmi.service.egress.Reply;

/// What one attempt came to (contract 3.4).
sealed interface Verdict {
  /// The receiver has it.
  record Delivered() implements Verdict {}

  /// The receiver has it and will report when it is done.
  record Accepted() implements Verdict {}

  /// Not this time.
  ///
  /// @param blame true when it speaks against the host's health
  /// @param asked how long the receiver wants to be left alone
  record Failed(String reason, boolean blame, Optional<Duration> asked) implements Verdict {}

  /// Never: no further attempt would differ.
  record Hopeless(String reason) implements Verdict {}

  /// Nobody is there to be told, so nothing was sent.
  record Unsent(String reason) implements Verdict {}

  /// For the counter `tmi.webhook.deliveries`.
  default String label() {
    return this instanceof Delivered || this instanceof Accepted ? "success" : "failure";
  }

  static Verdict of(Reply reply) {
    if (reply.isSuccess()) {
      boolean async = reply.header("X-TMI-Callback").filter("async"::equals).isPresent();
      return async ? new Accepted() : new Delivered();
    }
    String reason = "HTTP " + reply.status() + excerpt(reply.body());
    return switch (reply.status()) {
      case 410 -> new Hopeless(reason);
      case 429, 503 -> new Failed(reason, true, reply.header("Retry-After").flatMap(Verdict::wait));
      default -> new Failed(reason, true, Optional.empty());
    };
  }

  static Verdict of(Throwable failure) {
    return new Failed(failure.getMessage(), !(failure instanceof EgressRefusal), Optional.empty());
  }

  // The text of a stranger: short, without control characters.
  private static String excerpt(byte[] body) {
    String text =
        new String(body, StandardCharsets.UTF_8)
            .replaceAll("[\\p{Cntrl}\\p{Cf}\\uFFFD]+", " ")
            .strip();
    return text.isEmpty() ? "" : ": " + text;
  }

  private static Optional<Duration> wait(String header) {
    return header.strip().matches("\\d{1,6}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(header.strip())))
        : Optional.empty();
  }
}
