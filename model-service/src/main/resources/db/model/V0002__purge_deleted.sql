-- What was deleted can be brought back for a while; afterwards it goes for good, in small portions:
-- threats, then diagrams that no threat names, then models that have nothing left in them.
create index ix_threats_deleted_at on model.threats (deleted_at) where deleted_at is not null;
create index ix_diagrams_deleted_at on model.diagrams (deleted_at) where deleted_at is not null;
create index ix_threat_models_deleted_at on model.threat_models (deleted_at)
  where deleted_at is not null;

create function model.purge_threats(p_before timestamptz, p_limit integer) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (
    delete from model.threats
     where id in (select t.id from model.threats t where t.deleted_at < p_before
                   order by t.deleted_at limit p_limit for update skip locked)
    returning 1)
  select count(*) from gone
$$;

-- Answers which went: their content is in another schema.
create function model.purge_diagrams(p_before timestamptz, p_limit integer) returns setof uuid
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from model.diagrams
   where id in (select d.id from model.diagrams d
                 where d.deleted_at < p_before
                   and not exists (select 1 from model.threats t where t.diagram_id = d.id)
                 order by d.deleted_at limit p_limit for update skip locked)
  returning id
$$;

create function model.purge_threat_models(p_before timestamptz, p_limit integer) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (
    delete from model.threat_models
     where id in (select m.id from model.threat_models m
                   where m.deleted_at < p_before
                     and not exists (select 1 from model.threats t where t.threat_model_id = m.id)
                     and not exists (select 1 from model.diagrams d where d.threat_model_id = m.id)
                   order by m.deleted_at limit p_limit for update skip locked)
    returning 1)
  select count(*) from gone
$$;

revoke execute on function model.purge_threats(timestamptz, integer),
  model.purge_diagrams(timestamptz, integer), model.purge_threat_models(timestamptz, integer)
  from public;
grant execute on function model.purge_threats(timestamptz, integer),
  model.purge_diagrams(timestamptz, integer), model.purge_threat_models(timestamptz, integer)
  to ${model};
