package tmi.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/// Makes the roles, or finds out that there can only be one.
final class Roles {

  private static final Set<String> MADE_BY_ANOTHER = Set.of("42710", "23505");

  /// Databases in which one of our roles owns or may do something.
  private static final String OTHER_DATABASES =
      """
      select string_agg(distinct d.datname, ', ' order by d.datname)
        from pg_shdepend s
        join pg_roles r on r.oid = s.refobjid and s.refclassid = 'pg_authid'::regclass
        join pg_database d
          on d.oid = case when s.classid = 'pg_database'::regclass then s.objid else s.dbid end
       where d.datname <> current_database()
         and r.rolname ~ ('^' || ? || '(%s)$')
      """
          .formatted(
              Stream.concat(
                      Stream.of(RuntimeRole.values()).map(RuntimeRole::placeholder),
                      Stream.of(SchemaSet.values()).map(set -> "owner_" + set.schema()))
                  .collect(Collectors.joining("|")));

  private final Connection connection;
  private final Rows rows;
  private final Settings settings;
  private final RoleNames names;

  Roles(Connection connection, Settings settings) {
    this.connection = connection;
    this.rows = new Rows(connection);
    this.settings = settings;
    this.names = settings.roles();
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
    if (owner.equals(names.owner(SchemaSet.EVENT))) {
      return RoleMode.SEPARATE;
    }
    refuseOtherPrefix(owner);
    if (mayActAs(owner)) {
      return RoleMode.SINGLE;
    }
    throw new Refusal(
        "The schemas of the database %s belong to %s: migrate as %s, not as %s."
            .formatted(settings.database(), owner, owner, settings.user()));
  }

  /// Objects keep the owner they were made with, so a prefix cannot change later.
  private void refuseOtherPrefix(String owner) {
    var end = "owner_" + SchemaSet.EVENT.schema();
    if (owner.endsWith(end)) {
      var prefix = owner.substring(0, owner.length() - end.length());
      throw new Refusal(
          "The roles of the database %s begin with %s, not with %s: set %s=%s."
              .formatted(settings.database(), prefix, names.prefix(), RoleNames.VARIABLE, prefix));
    }
  }

  /// Makes the roles that are missing.
  void ensure() throws SQLException {
    for (var set : SchemaSet.values()) {
      make(names.owner(set), "nologin");
      become(names.owner(set));
    }
    for (var role : RuntimeRole.values()) {
      make(names.of(role), "login");
    }
  }

  /// Gives the runtime roles the passwords of the settings.
  void setPasswords() throws SQLException {
    for (var role : RuntimeRole.values()) {
      setPassword(role);
    }
  }

  /// Stops when a role serves another database already: its password would be replaced there too,
  /// and who has it could read both.
  void refuseOthersRoles() throws SQLException {
    if (settings.rolesShared()) {
      return;
    }
    var others = rows.text(OTHER_DATABASES, names.prefix());
    if (others.isPresent()) {
      throw new Refusal(
          ("The roles %s… serve another database of this server already (%s): give this installation"
                  + " roles of its own with %s=tmi_second_, or say that both share them with"
                  + " TMI_DB_ROLES_SHARED=true.")
              .formatted(names.prefix(), others.get(), RoleNames.VARIABLE));
    }
  }

  Map<String, String> placeholders(RoleMode mode) throws SQLException {
    var self = rows.text("select current_user").orElseThrow();
    var placeholders = new HashMap<String, String>();
    for (var role : RuntimeRole.values()) {
      placeholders.put(
          role.placeholder(), mode == RoleMode.SINGLE ? Quoting.name(self) : names.of(role));
    }
    for (var set : SchemaSet.values()) {
      placeholders.put(
          "owner_" + set.schema(), mode == RoleMode.SINGLE ? Quoting.name(self) : names.owner(set));
    }
    return Map.copyOf(placeholders);
  }

  private boolean mayMakeRoles() throws SQLException {
    return rows.yes("select rolsuper or rolcreaterole from pg_roles where rolname = current_user");
  }

  private boolean allExist() throws SQLException {
    var all =
        Stream.concat(
            Stream.of(SchemaSet.values()).map(names::owner),
            Stream.of(RuntimeRole.values()).map(names::of));
    for (var name : all.toList()) {
      if (!exists(name)) {
        return false;
      }
    }
    return true;
  }

  private boolean mayActAsOwners() throws SQLException {
    for (var set : SchemaSet.values()) {
      if (!mayActAs(names.owner(set))) {
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
          .alterUserPassword(names.of(role), password.toCharArray(), "scram-sha-256");
    }
  }
}
