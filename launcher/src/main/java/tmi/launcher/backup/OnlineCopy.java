package tmi.launcher.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import tmi.launcher.Refusal;
import tmi.launcher.store.Postgres;

/// Copies the files of a running server the way PostgreSQL documents for it: told of the begin and
/// the end, with the log written in between, from which a server makes the copy whole.
final class OnlineCopy {

  /// Made anew by each server; what lies in them means nothing to another.
  private static final Set<String> CONTENT_LEFT_OUT =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init", "backup_label");

  private final Path data;
  private final int port;
  private final String password;

  OnlineCopy(Path data, int port, String password) {
    this.data = data;
    this.port = port;
    this.password = password;
  }

  void into(BackupWriter file, String name) throws IOException {
    try (var connection = connect()) {
      // Keeps the log until this connection ends, however it ends.
      one(
          connection,
          "select pg_create_physical_replication_slot('tmi_backup_%d', true, true)"
              .formatted(ProcessHandle.current().pid()));
      var first =
          one(connection, "select pg_walfile_name(pg_backup_start('tmi backup', fast => true))");
      file.folder(data, name, OnlineCopy::isWanted);
      var end = row(connection, "select labelfile, pg_walfile_name(lsn) from pg_backup_stop()");
      file.text(name + "/backup_label", end.getFirst().getBytes(StandardCharsets.UTF_8));
      for (var segment : segments(first, end.getLast())) {
        file.file(data.resolve("pg_wal").resolve(segment), name + "/pg_wal/" + segment);
      }
    } catch (SQLException e) {
      throw new Refusal(
          "PostgreSQL on 127.0.0.1:%d could not be copied (%s): see ./tmi status and ./tmi logs postgres."
              .formatted(port, e.getMessage()),
          e);
    }
  }

  /// Folders stay, also those whose content does not.
  static boolean isWanted(Path inData) {
    var last = inData.getFileName().toString();
    var inside =
        inData.getNameCount() > 1 && CONTENT_LEFT_OUT.contains(inData.getName(0).toString());
    return !inside && !LEFT_OUT.contains(last) && !last.startsWith("pgsql_tmp");
  }

  private List<String> segments(String first, String last) throws IOException {
    try (var files = Files.list(data.resolve("pg_wal"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[0-9A-F]{24}"))
          .filter(name -> name.compareTo(first) >= 0 && name.compareTo(last) <= 0)
          .sorted()
          .toList();
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/postgres?ApplicationName=tmi-backup".formatted(port),
        Postgres.USER,
        password);
  }

  private static String one(Connection connection, String sql) throws SQLException {
    return row(connection, sql).getFirst();
  }

  private static List<String> row(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return List.of(rows.getString(1), rows.getString(rows.getMetaData().getColumnCount()));
    }
  }
}
