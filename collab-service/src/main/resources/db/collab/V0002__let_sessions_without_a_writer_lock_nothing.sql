-- A reader may start a session, but holds nobody by it: only while its host may write does a session keep
-- REST from the diagram's content.
alter table collab.sessions add column locks boolean not null default true;

-- An owner or an administrator ends any session.
alter table collab.sessions drop constraint ck_sessions_ended_because;
alter table collab.sessions add constraint ck_sessions_ended_because
  check (ended_because in ('host', 'owner', 'administrator', 'empty'));

-- A person who left over REST: each replica closes the sockets of such rows at its next look, Redis or no Redis.
alter table collab.sockets add column left_at timestamptz;

-- Published beside live_session, which goes on naming every session: who reads this under the diagram's lock
-- knows whether REST may write.
create view collab.locking_session as
  select s.diagram_id, s.model_id, s.id as session_id, s.host_id,
         coalesce(nullif(a.name, ''), a.email, s.host_id::text) as host_name, s.started_at
  from collab.sessions s
  left join auth.account a on a.id = s.host_id
  where s.ended_at is null and s.locks;
grant select on collab.locking_session to ${collab}, ${model};
