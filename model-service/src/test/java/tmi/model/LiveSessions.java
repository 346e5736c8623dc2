package tmi.model;

import java.util.UUID;
import tmi.testkit.TestDatabase;

/// Live sessions as collab-service leaves them in the database.
public final class LiveSessions {
  private LiveSessions() {}

  /// One that only readers are in.
  public static void startByReader(TestDatabase database, UUID model, UUID diagram, UUID host) {
    start(database, model, diagram, host);
    database.execute("update collab.sessions set locks = false where diagram_id = ?", diagram);
  }

  public static void start(TestDatabase database, UUID model, UUID diagram, UUID host) {
    database.execute(
        "insert into collab.sessions (id, diagram_id, model_id, host_id) values (?, ?, ?, ?)",
        UUID.randomUUID(),
        diagram,
        model,
        host);
  }
}
