package tmi.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/// Makes the roles, or finds out that there can only be one.
final class Roles {

  private static final Set<String> MADE_BY_ANOTHER = Set.of("42710", "23505");

  private final Connection connection;
  private final Rows rows;
  private final Settings settings;

  Roles(Connection connection, Settings settings) {
    this.connection = connection;
    this.rows = new Rows(connection);
    this.settings = settings;
  }

  /// The mode of the first migration holds for good: objects keep the owner they were made with.
  RoleMode mode() throws SQLException {
    var owner =
        rows.text(
            "select pg_get_userbyid(nspowner) from pg_namespace where nspname = ?",
            SchemaSet.EVENT.schema());
    if (owner.isPresent()) {
      return modeOfOwner(owner.get());
    }
    return mayMakeRoles() || allExist() && mayActAsOwners() ? RoleMode.SEPARATE : RoleMode.SINGLE;
  }

  private RoleMode modeOfOwner(String owner) throws SQLException {
    if (owner.equals(SchemaSet.EVENT.owner())) {
      return RoleMode.SEPARATE;
    }
    if (mayActAs(owner)) {
      return RoleMode.SINGLE;
    }
    throw new Refusal(
        "The schemas of the database %s belong to %s: migrate as %s, not as %s."
            .formatted(settings.database(), owner, owner, settings.user()));
  }

  /// Makes what is missing and gives the runtime roles the passwords of the settings.
  void ensure() throws SQLException {
    for (var set : SchemaSet.values()) {
      make(set.owner(), "nologin");
      become(set.owner());
    }
    for (var role : RuntimeRole.values()) {
      make(role.role(), "login");
      setPassword(role);
    }
  }

  Map<String, String> placeholders(RoleMode mode) throws SQLException {
    var self = rows.text("select current_user").orElseThrow();
    var names = new HashMap<String, String>();
    for (var role : RuntimeRole.values()) {
      names.put(role.placeholder(), mode == RoleMode.SINGLE ? Quoting.name(self) : role.role());
    }
    for (var set : SchemaSet.values()) {
      names.put(
          "owner_" + set.schema(), mode == RoleMode.SINGLE ? Quoting.name(self) : set.owner());
    }
    return Map.copyOf(names);
  }

  private boolean mayMakeRoles() throws SQLException {
    return rows.yes("select rolsuper or rolcreaterole from pg_roles where rolname = current_user");
  }

  private boolean allExist() throws SQLException {
    var names =
        Stream.concat(
            Stream.of(SchemaSet.values()).map(SchemaSet::owner),
            Stream.of(RuntimeRole.values()).map(RuntimeRole::role));
    for (var name : names.toList()) {
      if (!exists(name)) {
        return false;
      }
    }
    return true;
  }

  private boolean mayActAsOwners() throws SQLException {
    for (var set : SchemaSet.values()) {
      if (!mayActAs(set.owner())) {
        return false;
      }
    }
    return true;
  }

  private boolean exists(String role) throws SQLException {
    return rows.yes("select exists (select 1 from pg_roles where rolname = ?)", role);
  }

  private void make(String role, String login) throws SQLException {
    if (exists(role)) {
      return;
    }
    try {
      rows.run(
          "create role %s %s nosuperuser nocreatedb nocreaterole noreplication nobypassrls"
              .formatted(Quoting.name(role), login));
    } catch (SQLException e) {
      // Roles belong to the whole cluster: the migration of another database may have been faster.
      if (!MADE_BY_ANOTHER.contains(e.getSQLState())) {
        throw e;
      }
    }
  }

  /// Since PostgreSQL 16 the maker of a role may hand it out, but not act as it without a grant.
  private void become(String owner) throws SQLException {
    if (!mayActAs(owner)) {
      rows.run("grant %s to current_user".formatted(Quoting.name(owner)));
    }
  }

  private boolean mayActAs(String role) throws SQLException {
    var right = rows.yes("select current_setting('server_version_num')::int >= 160000");
    return rows.yes(
        "select pg_has_role(current_user, ?, '%s')".formatted(right ? "SET" : "MEMBER"), role);
  }

  /// The driver sends a SCRAM verifier, so that the server's log cannot show the password either.
  private void setPassword(RuntimeRole role) throws SQLException {
    var password = settings.rolePasswords().get(role);
    if (password != null && mayMakeRoles()) {
      connection
          .unwrap(PGConnection.class)
          .alterUserPassword(role.role(), password.toCharArray(), "scram-sha-256");
    }
  }
}
