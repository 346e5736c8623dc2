package tmi.model.threatmodel;

import tmi.model.sharing.Cards;
import tmi.model.sharing.Permission;

/// Lists of models, which start from the caller's principals: $1 is the limit, $2 the caller, $3
/// the offset. What a page costs does not depend on how many models there are.
final class ModelListSql {
  /// The caller's own id and groups, each once.
  private static final String MINE =
      "mine as materialized (select distinct principal from auth.principal where user_id = $2)";

  /// Without filters: the newest entries of each principal along their index, then the newest of
  /// these. A model that several principals grant is counted once.
  static final String UNFILTERED =
      """
      with %1$s,
      page as (
        select e.threat_model_id as id, max(e.model_created_at) as created_at
          from mine p cross join lateral (
            select a.threat_model_id, a.model_created_at from model.access_entries a
             where a.live and a.principal = p.principal
             order by a.model_created_at desc, a.threat_model_id
             limit $1::int + $3::int) e
         group by e.threat_model_id
         order by 2 desc, 1 limit $1::int offset $3::int),
      total as (
        select count(distinct a.threat_model_id) as n
          from mine p join model.access_entries a on a.principal = p.principal and a.live)
      """
              .formatted(MINE)
          + items();

  private ModelListSql() {}

  /// With filters: `where` starts with `and`. A person who is named has few models, so those are
  /// taken first and each is asked whether the caller may read it; otherwise what the caller may
  /// read comes first.
  static String filtered(String where, boolean includeDeleted, boolean namesPerson) {
    String readable =
        namesPerson
            ? """
            model.threat_models m where exists (
              select from mine p join model.access_entries a
                  on a.threat_model_id = m.id and a.principal = p.principal)\
            """
            : """
            (select distinct a.threat_model_id as id
               from mine p join model.access_entries a on a.principal = p.principal%s) v
            join model.threat_models m on m.id = v.id where true\
            """
                .formatted(includeDeleted ? "" : " and a.live");
    String live = includeDeleted ? "" : " and m.deleted_at is null";
    return """
    with %1$s,
    matching as materialized (
      select m.id, m.created_at from %2$s%3$s%4$s),
    page as (
      select id, created_at from matching order by created_at desc, id
       limit $1::int offset $3::int),
    total as (select count(*) as n from matching)
    """
            .formatted(MINE, readable, live, where)
        + items();
  }

  private static String items() {
    return """
    select %1$s as administrator, total.n as total, m.*,
           %2$s as owner, %3$s as creator, %4$s as reviewer,
           (select coalesce(json_object_agg(k.kind, k.live), '{}') from model.child_counters k
             where k.threat_model_id = m.id) as counts
      from total left join page on true left join model.threat_models m on m.id = page.id
     order by m.created_at desc, m.id\
    """
        .formatted(
            Permission.IS_ADMINISTRATOR,
            Cards.user("m.owner_id"),
            Cards.user("m.created_by"),
            Cards.user("m.security_reviewer_id"));
  }
}
