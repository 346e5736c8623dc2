package tmi.kernel.id;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Making and reading UUIDs. Pure: time and randomness come from the caller.
public final class Ids {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  private Ids() {}

  /// A random UUID (RFC 9562 version 4).
  public static UUID v4(RandomGenerator random) {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    return new UUID(high, variant(random.nextLong()));
  }

  /// A time-ordered UUID (RFC 9562 version 7): 48 bits of milliseconds, then 74 random bits, so
  /// that index inserts stay at the right edge.
  public static UUID v7(Instant now, RandomGenerator random) {
    long high = (now.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
    return new UUID(high, variant(random.nextLong()));
  }

  /// The UUID a text stands for, strict form (8-4-4-4-12 hex digits, any letter case).
  public static Optional<UUID> parse(String text) {
    return text != null && FORM.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  private static long variant(long bits) {
    return (bits & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
  }
}
