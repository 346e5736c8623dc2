-- What happened, in the order in which it became true. A change writes its event in its own
-- transaction, as the last statement, so a stream's head is locked for the length of a commit only.

create table event.head (
  stream uuid not null,
  number bigint not null,
  constraint pk_head primary key (stream)
) with (fillfactor = 50);

create table event.log (
  id uuid not null,
  stream uuid not null,
  number bigint not null,
  type text not null,
  threat_model_id uuid,
  object_type text not null,
  object_id uuid not null,
  owner_id uuid,
  actor_id uuid,
  confidential boolean not null default false,
  data jsonb,
  occurred_at timestamptz not null default clock_timestamp(),
  taken boolean not null default false,
  constraint pk_log primary key (id),
  constraint uq_log_stream_number unique (stream, number),
  constraint ck_log_type check (type ~ '^[a-z_]+[.][a-z_]+$'),
  constraint ck_log_data check (data is null or jsonb_typeof(data) = 'object')
);

-- Intake finds its work by these two: every stream with news, and those whose news ends a burst of
-- live edits (a burst is left alone until it is quiet, so its rows must not be read at every poll).
create index ix_log_untaken on event.log (stream, number) where not taken;
create index ix_log_untaken_act on event.log (stream) where not taken and type <> 'diagram.updated';
create index ix_log_occurred_at on event.log (occurred_at) where taken;

-- The number is taken under the stream's head row, which stays locked until the commit: commit order
-- is number order, so whoever has seen number n has nothing below it still to come.
create function event.number_event() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.stream := coalesce(new.threat_model_id, new.object_id);
  insert into event.head as h (stream, number) values (new.stream, 1)
    on conflict (stream) do update set number = h.number + 1
    returning h.number into new.number;
  new.occurred_at := clock_timestamp();
  new.taken := false;
  return new;
end $$;
revoke execute on function event.number_event() from public;

create trigger number_event before insert on event.log
  for each row execute function event.number_event();

-- Retention, in small portions: only what intake has taken. Heads stay, so numbers never start again.
create function event.forget(p_before timestamptz, p_limit integer) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (
    delete from event.log
     where id in (select l.id from event.log l
                   where l.taken and l.occurred_at < p_before
                   order by l.occurred_at limit p_limit)
    returning 1)
  select count(*) from gone
$$;
revoke execute on function event.forget(timestamptz, integer) from public;

grant usage on schema event to ${auth}, ${model}, ${collab}, ${webhook};
grant select on event.flyway_schema_history to ${auth}, ${model}, ${collab}, ${webhook};
grant insert (id, stream, type, threat_model_id, object_type, object_id, owner_id, actor_id,
              confidential, data)
  on event.log to ${auth}, ${model}, ${collab}, ${webhook};
grant select, update (taken) on event.log to ${webhook};
grant execute on function event.forget(timestamptz, integer) to ${webhook};
