package tmi.model;

import java.util.UUID;
import tmi.testkit.TestDatabase;

/// Live sessions as collab-service leaves them in the database.
public final class LiveSessions {
  private LiveSessions() {}

  public static void start(TestDatabase database, UUID model, UUID diagram, UUID host) {
    database.execute(
        "insert into collab.sessions (id, diagram_id, model_id, host_id) values (?, ?, ?, ?)",
        UUID.randomUUID(),
        diagram,
        model,
        host);
  }
}
