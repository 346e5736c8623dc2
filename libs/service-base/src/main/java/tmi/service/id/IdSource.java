package tmi.service.id;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import tmi.kernel.id.Ids;

/// Makes identifiers from the clock and a secure random source, which must not be static: a native
/// image would freeze its seed.
@ApplicationScoped
public class IdSource {
  private final SecureRandom random = new SecureRandom();
  private final Clock clock = Clock.systemUTC();

  /// Time-ordered, for what is inserted in masses: threats, events, deliveries.
  public UUID v7() {
    return Ids.v7(clock.instant(), random);
  }

  /// Random, for what the contract gives version 4: models, diagrams, sessions.
  public UUID v4() {
    return Ids.v4(random);
  }

  /// So many random bytes, for secrets and tickets.
  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
