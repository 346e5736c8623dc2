package tmi.model;

import tmi.testkit.TestDatabase;

/// What other tests left behind in the shared database.
public final class Others {
  private Others() {}

  /// Takes away what others shared with everyone, so that a list holds the test's own models only.
  public static void hide(TestDatabase database) {
    database.execute(
        "delete from model.access_entries"
            + " where principal = '00000000-0000-0000-0000-000000000000'");
  }
}
