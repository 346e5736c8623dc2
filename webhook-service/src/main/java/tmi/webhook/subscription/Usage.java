package tmi.webhook.subscription;

import tmi.kernel.problem.Problem;

/// What an owner has used up of his allowance.
record Usage(long subscriptions, long lastMinute, long lastDay) {
  private static final int RETRY_SECONDS = 60;

  /// @param limited false where rate limits are lifted
  void requireRoom(SubscriptionConfig allowed, boolean limited) {
    refuseFrom(subscriptions, allowed.most(), "subscriptions");
    if (limited) {
      refuseFrom(lastMinute, allowed.perMinute(), "new subscriptions a minute");
      refuseFrom(lastDay, allowed.perDay(), "new subscriptions a day");
    }
  }

  private static void refuseFrom(long used, int most, String what) {
    if (used >= most) {
      throw Problem.tooMany("At most " + most + " " + what, RETRY_SECONDS);
    }
  }
}
