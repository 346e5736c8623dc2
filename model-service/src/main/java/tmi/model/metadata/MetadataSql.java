package tmi.model.metadata;

import tmi.model.history.Recording;
import tmi.model.sharing.Permission;

/// The statements of this room, the same for all parents. $1 is the model, $2 the caller; writing
/// ones go on as [Recording#parameters] says.
final class MetadataSql {
  private MetadataSql() {}

  /// $3 is the parent.
  static String find(Parent parent) {
    return """
    with %1$s
    select p.model_id, p.role, t.id, t.metadata from (values (1)) one
      left join permission p on true
      left join %2$s t on t.id = $3 and t.%3$s = p.model_id and t.deleted_at is null\
    """
        .formatted(Permission.SQL, parent.table(), parent.modelColumn());
  }

  /// $6 is the parent, $7 the pairs, $8 their keys, $9 how many pairs it may have. Pairs are part
  /// of their parent, whose version rises with them.
  static String change(Parent parent, Change change) {
    return """
    with %1$s,
    old as (
      select t.id, t.metadata from %2$s t join permission p on p.model_id = t.%3$s
       where p.role >= 2 and t.id = $6 and t.deleted_at is null
         for no key update of t),
    changed as (
      update %2$s t set metadata = %4$s, version = t.version + 1, modified_at = now()
        from old o
       where t.id = o.id and %5$s
         and (select count(*) from jsonb_object_keys(%4$s)) <= $9::int
      returning t.id, t.metadata),
    change as (
      select c.id, 1 as n, jsonb_build_object('metadata', o.metadata) as before,
             jsonb_build_object('metadata', c.metadata) as after,
             jsonb_build_object('parent_type', '%6$s', 'keys', to_jsonb($8::text[])) as data,
             p.owner_id, p.confidential
        from changed c, old o, permission p),
    %7$s
    select p.model_id, p.role, o.id, o.metadata as before, c.metadata as after
      from (values (1)) one left join permission p on true left join old o on true
      left join changed c on (select count(*) from told) > 0\
    """
        .formatted(
            Permission.SQL,
            parent.table(),
            parent.modelColumn(),
            change.result(),
            change.condition(),
            parent.word(),
            Recording.of("metadata", "patched", change.event()));
  }
}
