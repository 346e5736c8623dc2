-- Retention, in small portions. That a threat model was deleted, and by whom, is kept for ever.
create index ix_entry_created_at on audit.entry (created_at)
  where not (object_type = 'threat_model' and change_type = 'deleted');

create function audit.forget(p_before timestamptz, p_limit integer) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (
    delete from audit.entry
     where id in (select e.id from audit.entry e
                   where e.created_at < p_before
                     and not (e.object_type = 'threat_model' and e.change_type = 'deleted')
                   order by e.created_at limit p_limit)
    returning 1)
  select count(*) from gone
$$;
revoke execute on function audit.forget(timestamptz, integer) from public;
grant execute on function audit.forget(timestamptz, integer) to ${model};
