package tmi.gateway.identity;

import java.util.UUID;

/// The id that follows a request through all services and their logs.
public final class RequestId {
  public static final String HEADER = "X-Request-ID";
  private static final int LONGEST = 128;

  private RequestId() {}

  /// The outsider's own id when it is harmless to log, else a new one.
  public static String of(String given) {
    return given != null && isHarmless(given) ? given : UUID.randomUUID().toString();
  }

  private static boolean isHarmless(String id) {
    return !id.isEmpty()
        && id.length() <= LONGEST
        && id.chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "-_.:".indexOf(c) >= 0));
  }
}
