package tmi.service.caller;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/// The secrets of HS256: the present one, and the one before it until its end. A secret that is
/// changed because it may be known must not go on opening everything.
public final class SharedSecrets {
  /// The longest time that two secrets hold beside each other.
  public static final Duration GRACE = Duration.ofHours(48);

  private final Optional<Key> present;
  private final Optional<Key> previous;
  private final Instant previousEnds;

  private SharedSecrets(Optional<Key> present, Optional<Key> previous, Instant previousEnds) {
    this.present = present;
    this.previous = previous;
    this.previousEnds = previousEnds;
  }

  static SharedSecrets of(TokenConfig config, Instant start) {
    if (config.algorithm() != TokenConfig.Algorithm.HS256) {
      return new SharedSecrets(Optional.empty(), Optional.empty(), Instant.MIN);
    }
    return new SharedSecrets(
        config.secret().map(SharedSecrets::key),
        config.previousSecret().map(SharedSecrets::key),
        config.previousSecretUntil().map(SharedSecrets::time).orElse(start.plus(GRACE)));
  }

  /// The keys that verify at a time, the present one first.
  List<Key> at(Instant now) {
    Stream<Key> before = now.isBefore(previousEnds) ? previous.stream() : Stream.empty();
    return Stream.concat(present.stream(), before).toList();
  }

  /// The time that a setting names; [IllegalArgumentException] names the setting.
  public static Instant time(String setting) {
    try {
      return OffsetDateTime.parse(setting.strip()).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "JWT_SECRET_PREVIOUS_UNTIL must be a time such as 2026-01-31T12:00:00Z, it is " + setting,
          e);
    }
  }

  private static Key key(String text) {
    return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }
}
