package tmi.model.threatmodel;

import tmi.model.history.Recording;
import tmi.model.sharing.Cards;
import tmi.model.sharing.Permission;

/// The statements about single models. $1 is the model, $2 the caller; writing ones go on as
/// [Recording#parameters] says.
final class ThreatModelSql {
  private static final String CREATED = "name, description, framework, issue_uri, metadata";
  private static final String CHANGED =
      CREATED + ", status, owner_id, security_reviewer_id, project_id";
  private static final String DATA =
      "jsonb_build_object('name', c.name, 'description', coalesce(c.description, ''))";
  private static final String STORED =
      "(select * from model.access_entries a where a.threat_model_id = $1)";
  private static final String ACCESS_JSON =
      """
      jsonb_build_object('access', (select jsonb_agg(jsonb_build_object('principal', a.principal,
        'kind', a.principal_kind, 'role', a.role) order by a.ordinal) from %s a))\
      """;

  /// The whole model, but for its children.
  static final String FIND =
      "with "
          + Permission.SQL
          + "\nselect p.model_id, p.role, m.*, "
          + shown(STORED)
          + """

          from (values (1)) one left join permission p on true
          left join model.threat_models m on m.id = p.model_id\
          """;

  /// The same for one who wants to change it.
  static final String FIND_TO_CHANGE =
      FIND.replaceFirst(
          "p.role, m\\.\\*,",
          "p.role, m.*, "
              + Permission.IS_REVIEWER.replace("$", "\\$")
              + " as is_reviewer, "
              + ACCESS_JSON.formatted(STORED).replace("$", "\\$")
              + " as entries,");

  /// $6 the columns, $7 confidential, $8 principals, $9 their kinds, $10 their roles.
  static final String CREATE =
      """
      with added as (
        insert into model.threat_models (id, owner_id, created_by, confidential, %1$s)
        select $1, $2, $2, $7::boolean, %2$s
          from jsonb_populate_record(null::model.threat_models, $6::text::jsonb) s
        returning *),
      entries as (
        insert into model.access_entries (threat_model_id, principal, principal_kind, role, ordinal,
                                          model_created_at)
        select m.id, e.principal, e.kind, e.role, e.ordinal, m.created_at
          from added m cross join unnest($8::uuid[], $9::text[], $10::int[]) with ordinality
               as e(principal, kind, role, ordinal)
        returning *),
      change as (
        select c.id, 1 as n, null::jsonb as before, to_jsonb(c) || %3$s as after, %4$s as data,
               c.owner_id, c.confidential
          from added c where (select count(*) from entries) > 0),
      %5$s
      select m.id as model_id, 3 as role, m.*, %6$s
        from added m where (select count(*) from told) > 0\
      """
          .formatted(
              CREATED,
              of("s", CREATED),
              ACCESS_JSON.formatted("entries"),
              DATA,
              Recording.of("threat_model", "created", "threat_model.created"),
              shown("entries"));

  private static final String OLD_AND_CHANGED =
      """
      with %1$s,
      old as (
        select m.* from model.threat_models m join permission p on p.model_id = m.id
         where p.role >= 2 for no key update of m),
      changed as (
        update model.threat_models m
           set (%2$s) = (%3$s), version = m.version + 1, modified_at = now(),
               status_updated = case when s.status is distinct from m.status then now()
                                     else m.status_updated end
          from old o, jsonb_populate_record(null::model.threat_models, $6::text::jsonb) s
         where m.id = o.id and o.version = $7::int
        returning m.*)\
      """
          .formatted(Permission.SQL, CHANGED, of("s", CHANGED));

  private static final String CHANGE =
      """
      change as (
        select c.id, 1 as n, to_jsonb(o) || %1$s as before, to_jsonb(c) || %2$s as after,
               %3$s as data, c.owner_id, c.confidential
          from changed c, old o%4$s)\
      """;

  private static final String ANSWER =
      """
      select p.model_id, p.role, o.version as stored_version%1$s, m.*, %2$s
        from (values (1)) one left join permission p on true left join old o on true
        left join changed m on (select count(*) from told) > 0\
      """;

  /// $6 the columns, $7 the version that must be stored. The access list stays.
  private static final String UPDATE =
      OLD_AND_CHANGED
          + ",\n"
          + CHANGE.formatted(ACCESS_JSON.formatted(STORED), ACCESS_JSON.formatted(STORED), DATA, "")
          + ",\n%s\n"
          + ANSWER.formatted("", shown(STORED));

  /// The same, and the access list becomes $8 principals, $9 kinds, $10 roles; whoever lost by it
  /// is looked at again at once, in open sockets too.
  private static final String SHARE =
      OLD_AND_CHANGED
          + """
          ,
          removed as (
            delete from model.access_entries a using changed c
             where a.threat_model_id = c.id and a.principal <> all($8::uuid[]) returning 1),
          entries as (
            insert into model.access_entries as a (threat_model_id, principal, principal_kind, role,
                                                   ordinal, model_created_at)
            select c.id, e.principal, e.kind, e.role, e.ordinal, c.created_at
              from changed c cross join unnest($8::uuid[], $9::text[], $10::int[]) with ordinality
                   as e(principal, kind, role, ordinal)
                on conflict (threat_model_id, principal) do update
                   set role = excluded.role, ordinal = excluded.ordinal
            returning *),
          """
          + CHANGE.formatted(
              ACCESS_JSON.formatted(STORED),
              ACCESS_JSON.formatted("entries"),
              DATA,
              "\n where (select count(*) from removed) >= 0 and (select count(*) from entries) > 0")
          + """
          ,
          %s,
          revoked as (
            select auth.revoke('access', $1::text, now() + interval '1 hour') as number from told)
          """
          + ANSWER.formatted(", (select max(number) from revoked) as revoked", shown("entries"));

  static final String REPLACE = UPDATE.formatted(recording("updated"));
  static final String PATCH = UPDATE.formatted(recording("patched"));
  static final String REPLACE_AND_SHARE = SHARE.formatted(recording("updated"));
  static final String PATCH_AND_SHARE = SHARE.formatted(recording("patched"));

  private ThreatModelSql() {}

  private static String recording(String changeType) {
    return Recording.of("threat_model", changeType, "threat_model.updated");
  }

  private static String shown(String entries) {
    return Cards.user("m.owner_id")
        + " as owner, "
        + Cards.user("m.created_by")
        + " as creator, "
        + Cards.user("m.security_reviewer_id")
        + " as reviewer, "
        + Cards.authorization(entries)
        + " as access_list";
  }

  private static String of(String alias, String columns) {
    return alias + "." + columns.replace(", ", ", " + alias + ".");
  }
}
