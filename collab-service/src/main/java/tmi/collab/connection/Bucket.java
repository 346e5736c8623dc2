package tmi.collab.connection;

/// How much one socket may say: so many at once, so many a second. Used by one socket's messages
/// only, which come one after another.
final class Bucket {
  private static final double NANOS = 1e9;
  private final double perSecond;
  private final double most;
  private double left;
  private long at;

  Bucket(int perSecond, int most, long now) {
    this.perSecond = perSecond;
    this.most = most;
    this.left = most;
    this.at = now;
  }

  boolean take(long now) {
    left = Math.min(most, left + (now - at) / NANOS * perSecond);
    at = now;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
