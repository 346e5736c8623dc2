-- The numbers of a stream are needed as long as its object can have news. A head is marked when its
-- object is deleted, or when the object is an entry of the system's audit, which has one event only;
-- any later event takes the mark away. Heads of living objects stay for ever.
alter table event.head add column ended_at timestamptz;
create index ix_head_ended_at on event.head (ended_at) where ended_at is not null;

create or replace function event.number_event() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ended timestamptz;
begin
  new.stream := coalesce(new.threat_model_id, new.object_id);
  if new.object_id = new.stream and (new.type like '%.deleted' or new.type like 'system_audit.%') then
    ended := clock_timestamp();
  end if;
  insert into event.head as h (stream, number, ended_at) values (new.stream, 1, ended)
    on conflict (stream) do update set number = h.number + 1, ended_at = ended
    returning h.number into new.number;
  new.occurred_at := clock_timestamp();
  new.taken := false;
  return new;
end $$;
revoke execute on function event.number_event() from public;

update event.head h set ended_at = l.occurred_at
  from event.log l
 where l.stream = h.stream and l.number = h.number and l.object_id = l.stream
   and l.type like '%.deleted';

-- Retention, in small portions: heads of what is gone, once the log has forgotten it too.
create function event.forget_ended(p_before timestamptz, p_limit integer) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (
    delete from event.head
     where stream in (select h.stream from event.head h
                       where h.ended_at < p_before
                         and not exists (select 1 from event.log l where l.stream = h.stream)
                       order by h.ended_at limit p_limit for update skip locked)
       and ended_at < p_before
    returning 1)
  select count(*) from gone
$$;
revoke execute on function event.forget_ended(timestamptz, integer) from public;
grant execute on function event.forget_ended(timestamptz, integer) to ${webhook};
