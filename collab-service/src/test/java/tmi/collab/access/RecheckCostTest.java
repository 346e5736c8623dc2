package tmi.collab.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;

/// What looking at all sockets costs (decision 0004): a thousand seats among ten thousand models.
class RecheckCostTest {
  private static final int SEATS = 1_000;
  private static final long MOST_MILLIS = 500;
  private static final Stores STORES = Stores.forService("collab");

  @BeforeAll
  static void fill() {
    STORES.start();
    TestDatabase database = STORES.database();
    database.execute(
        """
        insert into auth.users (id, provider, provider_user_id, email, name)
        select md5('u' || i)::uuid, 'tmi', 'u' || i, 'u' || i || '@tmi.local', 'U'
          from generate_series(1, 1000) i\
        """);
    database.execute(
        """
        insert into model.threat_models (id, name, owner_id, created_by)
        select md5('m' || i)::uuid, 'M', md5('u' || (i % 1000 + 1))::uuid, md5('u1')::uuid
          from generate_series(1, 10000) i\
        """);
    database.execute(
        """
        insert into model.access_entries
               (threat_model_id, principal, principal_kind, role, ordinal, model_created_at)
        select md5('m' || i)::uuid, md5('u' || ((i + k * 7) % 1000 + 1))::uuid, 'user',
               case k when 0 then 3 else 2 end, k, now()
          from generate_series(1, 10000) i, generate_series(0, 9) k\
        """);
    database.execute(
        """
        insert into collab.sessions (id, diagram_id, model_id, host_id)
        select md5('s' || i)::uuid, md5('d' || i)::uuid, md5('m' || i)::uuid, md5('u1')::uuid
          from generate_series(1, 200) i\
        """);
    database.execute(
        """
        insert into model.diagrams (id, threat_model_id, alias, name)
        select md5('d' || i)::uuid, md5('m' || i)::uuid, 1, 'D' from generate_series(1, 200) i\
        """);
    database.execute("analyze");
  }

  @AfterAll
  static void stop() {
    STORES.stop();
  }

  @Test
  void aThousandSeatsAreJudgedByOneQuickQuery() throws SQLException {
    try (Connection connection = STORES.database().as("tmi_collab").getConnection();
        PreparedStatement statement =
            connection.prepareStatement(SeatRepository.STANDING.replaceAll("\\$[0-9]", "?"))) {
      List<List<UUID>> seats =
          List.of(
              ids(connection, "x"),
              ids(connection, "u"),
              ids(connection, "m"),
              ids(connection, "s"),
              ids(connection, "i"));
      for (int i = 0; i < seats.size(); i++) {
        Array array = connection.createArrayOf("uuid", seats.get(i).toArray());
        statement.setArray(i + 1, array);
      }
      long[] millis = new long[9];
      int allowed = 0;
      for (int i = 0; i < millis.length; i++) {
        long start = System.nanoTime();
        allowed = allowed(statement);
        millis[i] = (System.nanoTime() - start) / 1_000_000;
      }
      Arrays.sort(millis);
      System.out.printf(
          "re-check of %d sockets in one query: median %d ms, worst %d ms, %d allowed%n",
          SEATS, millis[4], millis[8], allowed);
      assertThat(allowed).isEqualTo(SEATS);
      assertThat(millis[4]).isLessThan(MOST_MILLIS);
    }
  }

  private static int allowed(PreparedStatement statement) throws SQLException {
    int allowed = 0;
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        allowed += rows.getInt("role") > 0 && rows.getBoolean("live") ? 1 : 0;
      }
    }
    return allowed;
  }

  /// Seat i is person u(i) in session s(i mod 200) on its model, which that person may read: person
  /// and model are chosen such that the filling above shares them.
  private static List<UUID> ids(Connection connection, String kind) throws SQLException {
    String sql =
        switch (kind) {
          case "u" -> "select md5('u' || ((i % 200 + 1 + (i / 200) * 7) % 1000 + 1))::uuid";
          case "m", "s" -> "select md5('" + kind + "' || (i % 200 + 1))::uuid";
          default -> "select md5('" + kind + "' || i)::uuid";
        };
    try (ResultSet rows =
        connection
            .createStatement()
            .executeQuery(sql + " from generate_series(0, " + (SEATS - 1) + ") i order by i")) {
      List<UUID> ids = new ArrayList<>();
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
      return ids;
    }
  }
}
