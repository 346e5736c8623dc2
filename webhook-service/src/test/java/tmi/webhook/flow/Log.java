package tmi.webhook.flow;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import tmi.testkit.TestDatabase;

/// Writes events as model-service does: as its role, in plain SQL.
record Log(DataSource source) {
  static Log of(TestDatabase database) {
    return new Log(database.as("tmi_model"));
  }

  UUID add(String type, UUID model, UUID object) {
    UUID id = UUID.randomUUID();
    try (var connection = source.getConnection();
        var insert =
            connection.prepareStatement(
                """
                insert into event.log (id, type, threat_model_id, object_type, object_id,
                                       confidential, data)
                values (?, ?, ?, ?, ?, false, '{"name":"Login"}')
                """)) {
      insert.setObject(1, id);
      insert.setString(2, type);
      insert.setObject(3, model);
      insert.setString(4, type.substring(0, type.indexOf('.')));
      insert.setObject(5, object);
      insert.executeUpdate();
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  UUID add(String type, UUID model) {
    return add(type, model, UUID.randomUUID());
  }
}
