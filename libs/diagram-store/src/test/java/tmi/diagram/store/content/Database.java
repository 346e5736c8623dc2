package tmi.diagram.store.content;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A real PostgreSQL with this library's own schema, and a pool as the services have it.
final class Database implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final List<String> MIGRATIONS =
      List.of("V0001__create_diagram_content", "V0002__trim_logs", "V0003__keep_diagram_size");

  /// The driver reports each connection that the tests kill.
  private static final Logger DRIVER = Logger.getLogger("io.vertx");

  private final EmbeddedPostgres postgres;
  private final Vertx vertx = Vertx.vertx();
  private final Pool pool;

  Database() throws IOException {
    DRIVER.setLevel(Level.OFF);
    postgres = EmbeddedPostgres.builder().start();
    pool = pool("tmi_model", 8);
    run("create role tmi_collab");
    run("create role tmi_model login");
    run("create schema diagram");
    run("create table diagram.flyway_schema_history (version text)");
    for (String name : MIGRATIONS) {
      run(migration(name).replace("${model}", "tmi_model").replace("${collab}", "tmi_collab"));
    }
    run("create schema event");
    run("create table event.log (id bigserial primary key, diagram_id uuid, seq bigint)");
    run("grant usage on schema event to tmi_model");
    run("grant insert on event.log to tmi_model");
    run("grant usage on sequence event.log_id_seq to tmi_model");
  }

  /// One of the library's own migrations.
  static String migration(String name) throws IOException {
    try (InputStream in = Database.class.getResourceAsStream("/db/diagram/" + name + ".sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// A pool under a runtime role, with its prepared statements kept.
  Pool pool(String user, int size) {
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost("127.0.0.1")
            .setPort(postgres.getPort())
            .setDatabase("postgres")
            .setUser(user)
            .setCachePreparedStatements(true);
    return Pool.pool(vertx, options, new PoolOptions().setMaxSize(size));
  }

  Pool pool() {
    return pool;
  }

  DiagramStore store() {
    return new DiagramStore(pool);
  }

  /// Runs SQL as the owner of everything.
  void run(String sql) {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (java.sql.SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /// The rows of a query, as the owner of everything, each as its columns joined by a bar.
  List<String> query(String sql) {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      List<String> lines = new java.util.ArrayList<>();
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          line.append(i > 1 ? "|" : "").append(rows.getString(i));
        }
        lines.add(line.toString());
      }
      return lines;
    } catch (java.sql.SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /// A new empty diagram.
  UUID diagram() {
    UUID id = UUID.randomUUID();
    await(store().create(pool, id, UUID.randomUUID()));
    return id;
  }

  static <T> T await(Uni<T> uni) {
    return uni.await().atMost(PATIENCE);
  }

  @Override
  public void close() {
    await(pool.close());
    await(vertx.close());
    try {
      postgres.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
