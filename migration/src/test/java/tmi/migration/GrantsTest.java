package tmi.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What each role may do, compared with the table in `grants.txt`. After a deliberate change, take
/// the new table from `target/grants.txt` and say in the commit why a role needs it.
class GrantsTest {

  private static final Path TABLE = Path.of("src/test/resources/grants.txt");
  private static final Path ACTUAL = Path.of("target/grants.txt");

  /// Grants on schemas, tables and views, columns, functions and sequences of our schemas, except
  /// an owner's on what is its own.
  private static final String GRANTS =
      """
      with ours as (select oid, nspname from pg_namespace
                     where nspname in ('event', 'audit', 'auth', 'diagram', 'model', 'collab', 'webhook')),
      every(owner, object, acl) as (
        select d.datdba, 'database', coalesce(d.datacl, acldefault('d', d.datdba))
          from pg_database d where d.datname = current_database()
        union all
        select n.nspowner, 'schema ' || n.nspname, coalesce(n.nspacl, acldefault('n', n.nspowner))
          from pg_namespace n join ours using (oid)
        union all
        select c.relowner, case c.relkind when 'S' then 'sequence ' when 'v' then 'view ' else 'table ' end
               || ours.nspname || '.' || c.relname,
               coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's'::"char" else 'r'::"char" end, c.relowner))
          from pg_class c join ours on ours.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'S')
        union all
        select c.relowner, 'column ' || ours.nspname || '.' || c.relname || '.' || a.attname, a.attacl
          from pg_attribute a join pg_class c on c.oid = a.attrelid join ours on ours.oid = c.relnamespace
         where a.attacl is not null and not a.attisdropped
        union all
        select p.proowner, 'function ' || ours.nspname || '.' || p.proname,
               coalesce(p.proacl, acldefault('f', p.proowner))
          from pg_proc p join ours on ours.oid = p.pronamespace)
      select case when g.grantee = 0 then 'PUBLIC' else pg_get_userbyid(g.grantee) end
             || ': ' || e.object || ': ' || string_agg(distinct lower(g.privilege_type), ', ')
        from every e, aclexplode(e.acl) g
       where g.grantee <> e.owner
       group by g.grantee, e.object
      """;

  private static Server server;

  @BeforeAll
  static void migrate() throws Exception {
    server = new Server();
    server.migrate(server.as("postgres"));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void everyRoleMayDoExactlyWhatTheTableSays() throws Exception {
    var actual = server.column(GRANTS).stream().sorted().toList();
    Files.write(ACTUAL, actual);

    assertThat(actual)
        .as("the table as it is now was written to migration/%s", ACTUAL)
        .containsExactlyElementsOf(Files.readAllLines(TABLE));
  }

  @Test
  void rolesOfAnotherPrefixMayDoTheSameInTheirDatabaseAndNothingInOurs() throws Exception {
    server.migrate(
        server.settings(
            "postgres",
            Server.PASSWORD,
            "tmi_staging",
            Map.of("TMI_DB_ROLE_PREFIX", "tmi_staging_")));

    assertThat(server.column("tmi_staging", GRANTS).stream().sorted())
        .containsExactlyElementsOf(
            Files.readAllLines(TABLE).stream()
                .map(line -> line.replaceFirst("^tmi_", "tmi_staging_"))
                .toList());
    assertThat(server.column(GRANTS)).noneMatch(line -> line.contains("tmi_staging_"));
  }

  @Test
  void everybodyTogetherMayDoNothing() throws Exception {
    assertThat(server.column(GRANTS)).noneMatch(line -> line.startsWith("PUBLIC"));
  }

  @Test
  void eventsAndAuditAreOnlyAppended() throws Exception {
    var changing =
        server.column(GRANTS).stream()
            .filter(line -> line.contains(" event.") || line.contains(" audit."))
            .filter(line ->
                line.contains("update") || line.contains("delete") || line.contains("truncate"))
            .toList();

    assertThat(changing).containsExactly("tmi_webhook: column event.log.taken: update");
  }

  @Test
  void runtimeRolesOwnNothingAndAreMembersOfNothing() throws Exception {
    assertThat(
            server.column(
                """
                select r.rolname from pg_roles r
                 where r.rolname in ('tmi_auth', 'tmi_model', 'tmi_collab', 'tmi_webhook')
                   and (r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolbypassrls
                        or exists (select 1 from pg_auth_members m where m.member = r.oid)
                        or exists (select 1 from pg_class c where c.relowner = r.oid)
                        or exists (select 1 from pg_proc p where p.proowner = r.oid))
                """))
        .isEmpty();
  }

  @Test
  void ownersCannotSignIn() throws Exception {
    assertThat(
            server.column(
                "select rolname from pg_roles where rolname like 'tmi\\_owner\\_%' and"
                    + " rolcanlogin"))
        .isEmpty();
  }

  @Test
  void functionsWithTheirOwnersRightsHaveAFixedSearchPath() throws Exception {
    List<String> open =
        server.column(
            """
            select p.oid::regprocedure::text from pg_proc p
             where p.prosecdef and p.pronamespace in (select oid from pg_namespace
                     where nspname in ('event', 'audit', 'auth', 'diagram', 'model', 'collab', 'webhook'))
               and not coalesce(p.proconfig, '{}') @> array['search_path=pg_catalog, pg_temp']
            """);

    assertThat(open).isEmpty();
  }
}
