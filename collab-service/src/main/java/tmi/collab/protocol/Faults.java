package tmi.collab.protocol;

import java.time.Instant;

/// The `error` messages. The existing client stays in the session for three values of `error` only
/// (realtime contract 4.4), so every refusal that is not an end says `validation_error` and carries
/// what it really is in `code`.
public final class Faults {
  private static final String HARMLESS = "validation_error";

  private Faults() {}

  /// A refusal after which the session goes on.
  public static Event.Fault refusal(String code, String message, Instant now) {
    return new Event.Fault(HARMLESS, code, message, now);
  }

  /// The session is over for everybody.
  public static Event.Fault sessionTerminated(String message, Instant now) {
    return new Event.Fault("session_terminated", "session_terminated", message, now);
  }
}
