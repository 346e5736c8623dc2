-- Live sessions of diagrams: who is host, who is in, who may not come in again, and the tickets that
-- open a socket. All times are the database's own, so replicas need not agree on a clock. What is
-- here outlives any replica; what people draw is in the schema diagram.

create table collab.sessions (
  id uuid not null,
  diagram_id uuid not null,
  model_id uuid not null,
  host_id uuid not null,
  presenter_id uuid,
  started_at timestamptz not null default now(),
  -- When anybody, and when the host, was last here. Renewed together with the leases of sockets.
  seen_at timestamptz not null default now(),
  host_seen_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_because text,
  constraint pk_sessions primary key (id),
  constraint ck_sessions_ended check ((ended_at is null) = (ended_because is null)),
  constraint ck_sessions_ended_because check (ended_because in ('host', 'empty'))
) with (fillfactor = 70);
create unique index uq_sessions_diagram_id on collab.sessions (diagram_id) where ended_at is null;
create index ix_sessions_model_id on collab.sessions (model_id) where ended_at is null;
create index ix_sessions_ended_at on collab.sessions (ended_at) where ended_at is not null;

-- One row an open socket: a lease that the replica holding the socket renews. A replica that dies
-- leaves rows that lapse by themselves.
create table collab.sockets (
  id uuid not null,
  session_id uuid not null,
  user_id uuid not null,
  replica uuid not null,
  joined_at timestamptz not null default now(),
  last_activity timestamptz not null default now(),
  alive_until timestamptz not null,
  constraint pk_sockets primary key (id),
  constraint fk_sockets_session_id foreign key (session_id) references collab.sessions (id) on delete cascade
) with (fillfactor = 70);
create index ix_sockets_session_id on collab.sockets (session_id);
create index ix_sockets_user_id on collab.sockets (user_id);

-- People whom the host has sent out of this session.
create table collab.denials (
  session_id uuid not null,
  user_id uuid not null,
  denied_at timestamptz not null default now(),
  constraint pk_denials primary key (session_id, user_id),
  constraint fk_denials_session_id foreign key (session_id) references collab.sessions (id) on delete cascade
);

-- Taken by delete … returning, so each opens one socket at most. Only the hash is kept.
create table collab.tickets (
  hash bytea not null,
  session_id uuid not null,
  user_id uuid not null,
  -- What bought it: the socket ends with the token, and with its sign-in.
  sign_in text,
  token_id text,
  token_issued_at timestamptz not null,
  token_expires_at timestamptz not null,
  caller_kind text not null,
  expires_at timestamptz not null default now() + interval '30 seconds',
  constraint pk_tickets primary key (hash),
  constraint fk_tickets_session_id foreign key (session_id) references collab.sessions (id) on delete cascade
);
create index ix_tickets_session_id on collab.tickets (session_id);
create index ix_tickets_expires_at on collab.tickets (expires_at);

-- Published: a diagram with a row here takes no content by REST. Starting a session locks the
-- diagram's row first, so whoever reads this under that lock reads the truth.
create view collab.live_session as
  select s.diagram_id, s.model_id, s.id as session_id, s.host_id,
         coalesce(nullif(a.name, ''), a.email, s.host_id::text) as host_name, s.started_at
  from collab.sessions s
  left join auth.account a on a.id = s.host_id
  where s.ended_at is null;

grant usage on schema collab to ${collab}, ${model};
grant select on collab.flyway_schema_history to ${collab}, ${model};
grant select, insert, update, delete on collab.sessions, collab.sockets to ${collab};
grant select, insert, delete on collab.tickets to ${collab};
grant select on collab.denials to ${collab};
grant select on collab.live_session to ${collab}, ${model};
