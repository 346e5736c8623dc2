package tmi.model.threatmodel;

import tmi.model.history.Recording;
import tmi.model.sharing.Permission;

/// The end of a model. $1 is the model, $2 the caller, then as [Recording#parameters] says.
final class DeleteSql {
  /// The diagrams whose rows are to be locked before anything else, so that no live session starts
  /// meanwhile. $1 is the model, $2 the caller.
  static final String DIAGRAMS =
      """
      with %s
      select p.model_id, p.role, d.id from (values (1)) one left join permission p on true
        left join model.diagrams d on d.threat_model_id = p.model_id and d.deleted_at is null
       order by d.id\
      """
          .formatted(Permission.SQL);

  /// Everything that is live in the model goes with it, at one moment, so that a restore can tell
  /// what went with it from what was gone before.
  static final String DELETE =
      """
      with %1$s,
      busy as (
        select s.host_name from collab.locking_session s where s.model_id = $1 limit 1),
      gone as (
        update model.threat_models m set deleted_at = now(), version = m.version + 1
          from permission p
         where m.id = p.model_id and p.role >= 3 and m.deleted_at is null
           and not exists (select from busy)
        returning m.*),
      entries as (
        update model.access_entries a set live = false from gone g
         where a.threat_model_id = g.id returning 1),
      diagrams as (
        update model.diagrams d set deleted_at = g.deleted_at, version = d.version + 1 from gone g
         where d.threat_model_id = g.id and d.deleted_at is null returning 1),
      living as (
        select t.id, g.deleted_at from model.threats t join gone g on g.id = t.threat_model_id
         where t.deleted_at is null order by t.id for no key update of t),
      threats as (
        update model.threats t set deleted_at = l.deleted_at, version = t.version + 1 from living l
         where t.id = l.id returning 1),
      counters as (
        update model.child_counters k set live = 0 from gone g
         where k.threat_model_id = g.id returning 1),
      change as (
        select g.id, 1 as n, to_jsonb(g) - 'deleted_at' as before, null::jsonb as after,
               jsonb_build_object('name', g.name) as data, g.owner_id, g.confidential
          from gone g
         where (select count(*) from entries) >= 0 and (select count(*) from diagrams) >= 0
           and (select count(*) from threats) >= 0 and (select count(*) from counters) >= 0),
      %2$s,
      revoked as (
        select auth.revoke('access', $1::text, now() + interval '1 hour') as number from told)
      select p.model_id, p.role, exists (select from busy) as busy,
             (select host_name from busy) as host, (select max(number) from revoked) as revoked
        from (values (1)) one left join permission p on true\
      """
          .formatted(
              Permission.SQL, Recording.of("threat_model", "deleted", "threat_model.deleted"));

  private DeleteSql() {}
}
