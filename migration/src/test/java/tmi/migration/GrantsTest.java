package tmi.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Promise 7: each role can do exactly what the table beside this test says, by whatever way it
/// came to it (own grants, PUBLIC, columns, functions). A new grant is a line there, read by a
/// person.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrantsTest {
  private static final Path TABLE = Path.of("src/test/resources/grants.txt");

  private static final String EFFECTIVE =
      """
      with roles(role) as (select rolname from pg_roles where rolname in
             ('tmi_auth', 'tmi_model', 'tmi_collab', 'tmi_webhook')),
      ours as (select oid, nspname from pg_namespace where nspname in
             ('event', 'audit', 'auth', 'diagram', 'model', 'collab', 'webhook', 'public')),
      things as (select c.oid, n.nspname || '.' || c.relname as name, c.relkind
             from pg_class c join ours n on n.oid = c.relnamespace where c.relkind in ('r', 'v', 'm', 'p')),
      rights as (
        select role, 'database' as thing, right_name
          from roles, unnest(array['CREATE', 'TEMPORARY']) right_name
         where has_database_privilege(role, current_database(), right_name)
        union all
        select role, 'schema ' || nspname, right_name
          from roles, ours, unnest(array['USAGE', 'CREATE']) right_name
         where has_schema_privilege(role, nspname, right_name)
        union all
        select role, name, right_name
          from roles, things, unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE',
               'REFERENCES', 'TRIGGER']) right_name
         where has_table_privilege(role, things.oid, right_name)
        union all
        select role, name, right_name || '(' || string_agg(attname, ',' order by attnum) || ')'
          from roles, things join pg_attribute a on a.attrelid = things.oid and attnum > 0 and not attisdropped,
               unnest(array['INSERT', 'UPDATE', 'SELECT']) right_name
         where has_column_privilege(role, things.oid, attnum, right_name)
           and not has_table_privilege(role, things.oid, right_name)
         group by role, name, right_name
        union all
        select role, 'sequence ' || n.nspname || '.' || c.relname, right_name
          from roles, pg_class c join ours n on n.oid = c.relnamespace,
               unnest(array['USAGE', 'UPDATE']) right_name
         where c.relkind = 'S' and has_sequence_privilege(role, c.oid, right_name)
        union all
        select role, 'function ' || n.nspname || '.' || p.proname, 'EXECUTE'
          from roles, pg_proc p join ours n on n.oid = p.pronamespace
         where has_function_privilege(role, p.oid, 'EXECUTE'))
      select role || ': ' || thing || ': ' || string_agg(right_name, ' ' order by right_name)
        from rights
       where has_schema_privilege(role, case when thing like '%.%'
               then split_part(regexp_replace(thing, '^(sequence|function) ', ''), '.', 1)
               else 'pg_catalog' end, 'USAGE')
       group by role, thing order by role, thing\
      """;

  private Server server;

  @BeforeAll
  void migrate() throws Exception {
    server = new Server();
    server.migrate(server.as("postgres"));
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  @Test
  void everyRoleCanDoExactlyWhatTheTableSays() throws Exception {
    List<String> effective = server.column(EFFECTIVE);

    assertThat(effective).containsExactlyElementsOf(Files.readAllLines(TABLE));
  }

  @Test
  void noRoleOfAServiceIsMoreThanARole() throws Exception {
    List<String> attributes =
        server.column(
            """
            select rolname from pg_roles where rolname like 'tmi%' and rolname not like '%owner%'
               and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication
                    or exists (select 1 from pg_auth_members m where m.member = pg_roles.oid))\
            """);

    assertThat(attributes).isEmpty();
  }

  @Test
  void nobodyChangesOrDeletesWhatWasRecorded() throws Exception {
    List<String> recorded =
        Files.readAllLines(TABLE).stream()
            .filter(line -> line.contains(": event.log:") || line.contains(": audit.entry:"))
            .toList();

    assertThat(recorded).isNotEmpty().noneMatch(line -> line.contains("DELETE"));
    assertThat(recorded)
        .filteredOn(line -> line.contains("UPDATE"))
        .allMatch(line -> line.startsWith("tmi_webhook") && line.contains("UPDATE(taken)"));
  }

  @Test
  void everyFunctionWithItsOwnersRightsHasAFixedPath() throws Exception {
    List<String> loose =
        server.column(
            """
            select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
             where p.prosecdef and n.nspname in ('event', 'audit', 'auth', 'diagram', 'model', 'collab', 'webhook')
               and not exists (select 1 from unnest(coalesce(p.proconfig, '{}')) c where c like 'search_path=%')\
            """);

    assertThat(loose).isEmpty();
  }
}
