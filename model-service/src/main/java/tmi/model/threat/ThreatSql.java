package tmi.model.threat;

import java.util.Arrays;
import java.util.stream.Collectors;
import tmi.model.history.Recording;
import tmi.model.sharing.Permission;

/// The statements of this room: each is one round trip that asks for the right, does the work and
/// records it. $1 is the model, $2 the caller; writing ones go on as [Recording#parameters] says.
final class ThreatSql {
  /// Most threats in one model (architecture section 6).
  static final int MAX_PER_MODEL = 1000;

  private static final String FIELDS =
      "name, description, mitigation, threat_type, severity, score, priority, status, mitigated,"
          + " cwe_id, cvss, ssvc, diagram_id, cell_id, asset_id, issue_uri, metadata,"
          + " include_in_report, timmy_enabled";

  private static final String DATA =
      "jsonb_build_object('name', c.name, 'description', coalesce(c.description, ''))";

  /// $6 as rows: the threats as they were sent, n counting from 1.
  private static final String SENT =
      """
      sent as (
        select e.n::int as n, r.*
          from jsonb_array_elements($6::text::jsonb) with ordinality as e(doc, n)
         cross join lateral jsonb_populate_record(null::model.threats, e.doc) r)\
      """;

  /// A diagram that a sent threat points to anew and that is not in this model. One that it pointed
  /// to before is its own affair: a threat that was made while its diagram was being deleted can be
  /// edited like any other.
  private static final String STRAY =
      """
      stray as (
        select s.diagram_id from sent s
          left join model.threats t on t.id = s.id and t.threat_model_id = $1
         where s.diagram_id is not null and s.diagram_id is distinct from t.diagram_id
           and not exists (select from model.diagrams d where d.id = s.diagram_id
                              and d.threat_model_id = $1 and d.deleted_at is null)
         limit 1)\
      """;

  /// $3 the threats.
  static final String FIND =
      """
      with %s
      select p.model_id, p.role, t.* from (values (1)) one
        left join permission p on true
        left join model.threats t
          on t.id = any($3::uuid[]) and t.threat_model_id = p.model_id and t.deleted_at is null
       order by array_position($3::uuid[], t.id)\
      """
          .formatted(Permission.SQL);

  /// All of a model, oldest first, for the model's own answer, which asks for the right itself. $1
  /// is the model.
  static final String LIST_OF_MODEL =
      """
      select t.* from model.threats t
       where t.threat_model_id = $1 and t.deleted_at is null order by t.created_at, t.id\
      """;

  /// $6 the threats as a JSON array of columns, ids among them, $7 made by a machine.
  static final String CREATE =
      """
      with %1$s,
      %2$s,
      %3$s,
      wanted as (select count(*)::int as n from sent),
      counter as (
        insert into model.child_counters as k (threat_model_id, kind, last_alias, live)
        select p.model_id, 'threat', w.n, w.n from permission p, wanted w
         where p.role >= 2 and not exists (select from stray)
            on conflict (threat_model_id, kind) do update
               set last_alias = k.last_alias + excluded.live, live = k.live + excluded.live
             where k.live + excluded.live <= %4$d
        returning last_alias),
      added as (
        insert into model.threats (id, threat_model_id, alias, auto_generated, %5$s)
        select s.id, $1, k.last_alias - w.n + s.n, $7::boolean, %6$s
          from sent s cross join wanted w cross join counter k
        returning *),
      change as (
        select c.id, s.n, null::jsonb as before, to_jsonb(c) as after, %7$s as data, p.owner_id,
               p.confidential
          from added c join sent s on s.id = c.id cross join permission p),
      %8$s
      select p.model_id, p.role, (select diagram_id from stray) as stray, t.*
        from (values (1)) one left join permission p on true
        left join added t on (select count(*) from told) > 0
       order by t.alias\
      """
          .formatted(
              Permission.SQL,
              SENT,
              STRAY,
              MAX_PER_MODEL,
              FIELDS,
              fieldsOf("s"),
              DATA,
              Recording.of("threat", "created", "threat.created"));

  /// $6 the threats as a JSON array of columns, ids among them, $7 the versions that must be
  /// stored, or null. All are written or none.
  private static final String UPDATE =
      """
      with %1$s,
      %2$s,
      %3$s,
      old as (
        select t.* from model.threats t join permission p on p.model_id = t.threat_model_id
         where p.role >= 2 and t.id in (select id from sent) and t.deleted_at is null
         order by t.id for no key update of t),
      stale as (
        select o.version from old o join sent s on s.id = o.id
         where o.version <> ($7::int[])[s.n] limit 1),
      changed as (
        update model.threats t
           set (%4$s) = (%5$s), version = t.version + 1, modified_at = now()
          from old o join sent s on s.id = o.id
         where t.id = o.id and (select count(*) from old) = (select count(*) from sent)
           and not exists (select from stale) and not exists (select from stray)
        returning t.*),
      change as (
        select c.id, s.n, to_jsonb(o) as before, to_jsonb(c) as after, %6$s as data,
               p.owner_id, p.confidential
          from changed c join old o on o.id = c.id join sent s on s.id = c.id
         cross join permission p),
      %7$s
      select p.model_id, p.role, (select diagram_id from stray) as stray,
             (select version from stale) as stale,
             (select s.id from sent s where s.id not in (select id from old) limit 1) as missing,
             t.*
        from (values (1)) one left join permission p on true
        left join (changed t join sent s on s.id = t.id) on (select count(*) from told) > 0
       order by s.n\
      """;

  static final String REPLACE = update("updated");
  static final String PATCH = update("patched");

  /// $6 the ids, all or none of which go.
  static final String DELETE =
      """
      with %1$s,
      old as (
        select t.* from model.threats t join permission p on p.model_id = t.threat_model_id
         where p.role >= 2 and t.id = any($6::uuid[]) and t.deleted_at is null
         order by t.id for no key update of t),
      gone as (
        update model.threats t set deleted_at = now(), version = t.version + 1
          from old o
         where t.id = o.id and (select count(*) from old) = cardinality($6::uuid[])
        returning t.*),
      counter as (
        update model.child_counters k set live = k.live - (select count(*) from gone)
         where k.threat_model_id = $1 and k.kind = 'threat' and exists (select from gone)
        returning 1),
      change as (
        select c.id, array_position($6::uuid[], c.id) as n, to_jsonb(o) as before,
               null::jsonb as after, jsonb_build_object('name', c.name) as data,
               p.owner_id, p.confidential
          from gone c join old o on o.id = c.id cross join permission p
         where exists (select from counter)),
      %2$s
      select p.model_id, p.role, (select count(*) from told) as gone,
             (select i from unnest($6::uuid[]) i
               where i not in (select id from old) limit 1) as missing
        from (values (1)) one left join permission p on true\
      """
          .formatted(Permission.SQL, Recording.of("threat", "deleted", "threat.deleted"));

  private ThreatSql() {}

  /// A page: `where` starts with `and`, `limit` and `offset` name parameters.
  static String list(String where, String order, String limit, String offset) {
    return """
    with %1$s,
    matching as (
      select t.id, row_number() over (order by %3$s) as position
        from model.threats t join permission p on p.model_id = t.threat_model_id and p.role >= 1
       where true%2$s)
    select p.model_id, p.role, %4$s as administrator, (select count(*) from matching) as total, t.*
      from (values (1)) one left join permission p on true
      left join (select * from matching order by position limit %5$s::int offset %6$s::int) m
        on true
      left join model.threats t on t.id = m.id
     order by m.position\
    """
        .formatted(Permission.SQL, where, order, Permission.IS_ADMINISTRATOR, limit, offset);
  }

  private static String update(String changeType) {
    return UPDATE.formatted(
        Permission.SQL,
        SENT,
        STRAY,
        FIELDS,
        fieldsOf("s"),
        DATA,
        Recording.of("threat", changeType, "threat.updated"));
  }

  private static String fieldsOf(String alias) {
    return Arrays.stream(FIELDS.split(", *"))
        .map(field -> alias + "." + field)
        .collect(Collectors.joining(", "));
  }
}
