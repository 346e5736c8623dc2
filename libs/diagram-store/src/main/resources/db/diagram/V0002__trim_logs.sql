-- Retention. The log is kept for its time or its number of operations, whichever is over first; who
-- calls this holds the diagrams' rows locked and has seen, under that lock, that nobody is live in
-- them. The oldest p_limit operations of each are looked at.
create function diagram.trim_logs(
  p_diagrams uuid[], p_before timestamptz, p_most bigint, p_limit integer) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with cut as (
    select d.id,
           (select max(o.seq)
              from (select p.seq, p.created_at from diagram.operations p
                     where p.diagram_id = d.id order by p.seq limit p_limit) o
             where o.created_at < p_before or o.seq <= d.update_vector - p_most) as seq
      from diagram.diagrams d where d.id = any(p_diagrams)
  ), gone as (
    delete from diagram.operations o using cut c
     where o.diagram_id = c.id and o.seq <= c.seq returning 1
  ), raised as (
    update diagram.diagrams d set log_floor = c.seq from cut c
     where d.id = c.id and c.seq > d.log_floor
  )
  select count(*) from gone
$$;
revoke execute on function diagram.trim_logs(uuid[], timestamptz, bigint, integer) from public;
grant execute on function diagram.trim_logs(uuid[], timestamptz, bigint, integer) to ${model};

-- What sign-ins were given last, in small portions.
create function diagram.forget_given(p_before timestamptz, p_limit integer) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (
    delete from diagram.given g
     using (select diagram_id, sign_in from diagram.given
             where given_at < p_before order by given_at limit p_limit for update skip locked) old
     where g.diagram_id = old.diagram_id and g.sign_in = old.sign_in and g.given_at < p_before
    returning 1)
  select count(*) from gone
$$;
revoke execute on function diagram.forget_given(timestamptz, integer) from public;
grant execute on function diagram.forget_given(timestamptz, integer) to ${model};
