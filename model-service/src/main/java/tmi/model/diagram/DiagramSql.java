package tmi.model.diagram;

import tmi.model.history.Recording;
import tmi.model.sharing.Permission;

/// The statements about a diagram's own fields. $1 is the model, $2 the caller; writing ones go on
/// as [Recording#parameters] says.
final class DiagramSql {
  /// Most diagrams in one model (architecture section 6).
  static final int MAX_PER_MODEL = 1000;

  private static final String FIELDS =
      "name, description, image_svg, image_update_vector, color_palette, metadata,"
          + " include_in_report, timmy_enabled";
  private static final String DATA =
      "jsonb_build_object('name', c.name, 'description', coalesce(c.description, ''))";

  /// $3 is the diagram.
  static final String FIND =
      """
      with %s
      select p.model_id, p.role, d.* from (values (1)) one left join permission p on true
        left join model.diagrams d
          on d.id = $3 and d.threat_model_id = p.model_id and d.deleted_at is null\
      """
          .formatted(Permission.SQL);

  /// All of a model, oldest first, for the model's own answer, which asks for the right itself. $1
  /// is the model.
  static final String LIST_OF_MODEL =
      """
      select d.* from model.diagrams d
       where d.threat_model_id = $1 and d.deleted_at is null order by d.created_at, d.id\
      """;

  /// Who holds a diagram live. $1 is the diagram.
  static final String HOST =
      "select s.host_name from collab.locking_session s where s.diagram_id = $1";

  /// $3 limit, $4 offset, $5 deleted ones too.
  static final String LIST =
      """
      with %1$s,
      matching as (
        select d.id, row_number() over (order by d.created_at desc, d.id) as position
          from model.diagrams d join permission p on p.model_id = d.threat_model_id and p.role >= 1
         where $5::boolean or d.deleted_at is null)
      select p.model_id, p.role, %2$s as administrator, (select count(*) from matching) as total,
             d.*
        from (values (1)) one left join permission p on true
        left join (select * from matching order by position limit $3::int offset $4::int) m on true
        left join model.diagrams d on d.id = m.id
       order by m.position\
      """
          .formatted(Permission.SQL, Permission.IS_ADMINISTRATOR);

  /// $6 the id, $7 the name, $8 the type, $9 made by a machine.
  static final String CREATE =
      """
      with %1$s,
      counter as (
        insert into model.child_counters as k (threat_model_id, kind, last_alias, live)
        select p.model_id, 'diagram', 1, 1 from permission p where p.role >= 2
            on conflict (threat_model_id, kind) do update
               set last_alias = k.last_alias + 1, live = k.live + 1
             where k.live < %2$d
        returning last_alias),
      added as (
        insert into model.diagrams (id, threat_model_id, alias, name, type, auto_generated)
        select $6, $1, k.last_alias, $7::text, $8::text, $9::boolean from counter k
        returning *),
      change as (
        select c.id, 1 as n, null::jsonb as before, to_jsonb(c) as after, %3$s as data,
               p.owner_id, p.confidential
          from added c cross join permission p),
      %4$s
      select p.model_id, p.role, d.*
        from (values (1)) one left join permission p on true
        left join added d on (select count(*) from told) > 0\
      """
          .formatted(
              Permission.SQL,
              MAX_PER_MODEL,
              DATA,
              Recording.of("diagram", "created", "diagram.created"));

  /// $6 the diagram, $7 the columns, $8 the version that must be stored, $9 vector before, $10
  /// after.
  private static final String UPDATE =
      """
      with %1$s,
      busy as (select s.host_name from collab.locking_session s where s.diagram_id = $6),
      old as (
        select d.* from model.diagrams d join permission p on p.model_id = d.threat_model_id
         where p.role >= 2 and d.id = $6 and d.deleted_at is null
           for no key update of d),
      changed as (
        update model.diagrams d
           set (%2$s) = (%3$s), version = d.version + 1, modified_at = now()
          from old o, jsonb_populate_record(null::model.diagrams, $7::text::jsonb) s
         where d.id = o.id and o.version = $8::int and not exists (select from busy)
        returning d.*),
      change as (
        select c.id, 1 as n,
               to_jsonb(o) - 'image_svg' || jsonb_build_object('update_vector', $9::bigint) as before,
               to_jsonb(c) - 'image_svg' || jsonb_build_object('update_vector', $10::bigint) as after,
               %4$s as data, p.owner_id, p.confidential
          from changed c, old o, permission p),
      %5$s
      select p.model_id, p.role, o.version as stored_version,
             (select host_name from busy) as host, exists (select from busy) as busy, d.*
        from (values (1)) one left join permission p on true left join old o on true
        left join changed d on (select count(*) from told) > 0\
      """;

  static final String REPLACE = update("updated");
  static final String PATCH = update("patched");

  /// $6 the diagram. Threats that pointed to it point nowhere from now on.
  static final String DELETE =
      """
      with %1$s,
      busy as (select s.host_name from collab.locking_session s where s.diagram_id = $6),
      gone as (
        update model.diagrams d set deleted_at = now(), version = d.version + 1
          from permission p
         where p.role >= 3 and d.threat_model_id = p.model_id and d.id = $6
           and d.deleted_at is null and not exists (select from busy)
        returning d.*),
      pointing as (
        select t.id from model.threats t join gone g on g.id = t.diagram_id
         order by t.id for no key update of t),
      threats as (
        update model.threats t set diagram_id = null, cell_id = null, version = t.version + 1,
               modified_at = now()
          from pointing p where t.id = p.id returning 1),
      counter as (
        update model.child_counters k set live = k.live - 1 from gone g
         where k.threat_model_id = $1 and k.kind = 'diagram' returning 1),
      change as (
        select g.id, 1 as n, to_jsonb(g) - 'image_svg' - 'deleted_at' as before,
               null::jsonb as after, jsonb_build_object('name', g.name) as data,
               p.owner_id, p.confidential
          from gone g cross join permission p
         where (select count(*) from threats) >= 0 and (select count(*) from counter) >= 0),
      %2$s
      select p.model_id, p.role, (select host_name from busy) as host,
             exists (select from busy) as busy, (select count(*) from told) as gone
        from (values (1)) one left join permission p on true\
      """
          .formatted(Permission.SQL, Recording.of("diagram", "deleted", "diagram.deleted"));

  private DiagramSql() {}

  private static String update(String changeType) {
    return UPDATE.formatted(
        Permission.SQL,
        FIELDS,
        "s." + FIELDS.replace(", ", ", s."),
        DATA,
        Recording.of("diagram", changeType, "diagram.updated"));
  }
}
