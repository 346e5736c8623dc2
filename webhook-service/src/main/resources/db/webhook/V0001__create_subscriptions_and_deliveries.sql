-- Who wants to hear, what has been promised to them, and how their hosts are doing. Every waiting
-- thing is a row that any replica may claim; a claim is a time that passes when its holder dies.

create table webhook.subscriptions (
  id uuid not null,
  owner_id uuid not null,
  threat_model_id uuid,
  name text not null,
  url text not null,
  host text not null,
  events text[] not null,
  secret bytea not null,                      -- sealed with AES-GCM, bound to this row's id
  status text not null default 'pending_verification',
  challenge text not null,
  challenges_sent integer not null default 0,
  challenge_at timestamptz default now(),     -- next try, or the end of a claim; null when proved
  publication_failures integer not null default 0,
  last_successful_use timestamptz,
  created_at timestamptz not null default now(),
  modified_at timestamptz not null default now(),
  constraint pk_subscriptions primary key (id),
  constraint ck_subscriptions_status
    check (status in ('pending_verification', 'active', 'pending_delete')),
  constraint ck_subscriptions_events check (cardinality(events) between 1 and 50)
);
create index ix_subscriptions_created_at on webhook.subscriptions (created_at desc, id);
create index ix_subscriptions_owner_id on webhook.subscriptions (owner_id);
create index ix_subscriptions_threat_model_id on webhook.subscriptions (threat_model_id);
create index ix_subscriptions_challenge on webhook.subscriptions (challenge_at)
  where status = 'pending_verification';

-- Creations counted per owner, the deleted ones too; kept for a day.
create table webhook.creations (
  owner_id uuid not null,
  created_at timestamptz not null default clock_timestamp()
);
create index ix_creations_owner_id_created_at on webhook.creations (owner_id, created_at);

-- Intake's own row for each stream of the event log: claimed by lock, never the writers' head.
create table webhook.streams (
  id uuid not null,
  look_at timestamptz not null default now(), -- when a burst of live edits will be quiet enough
  constraint pk_streams primary key (id)
);

create table webhook.deliveries (
  id uuid not null,
  subscription_id uuid not null,
  host text not null,
  event_id uuid,                              -- null: a test
  stream uuid not null,                       -- a test is a stream of its own
  number bigint not null,
  event_type text not null,
  payload bytea not null,                     -- the very bytes that are signed and sent
  status text not null default 'pending',
  attempts integer not null default 0,
  next_attempt_at timestamptz default now(),  -- or the end of a claim; null when closed
  claim uuid,                                 -- only its holder may store an outcome
  last_error text,
  status_percent smallint,
  status_message text,
  created_at timestamptz not null default now(),
  last_activity_at timestamptz not null default now(),
  delivered_at timestamptz,
  constraint pk_deliveries primary key (id),
  constraint uq_deliveries_subscription_id_event_id unique (subscription_id, event_id),
  constraint ck_deliveries_status
    check (status in ('pending', 'in_progress', 'delivered', 'failed')),
  constraint ck_deliveries_status_percent check (status_percent between 0 and 100)
);
-- A host's queues: first attempts by stream in their order, retries by their time.
create index ix_deliveries_first on webhook.deliveries (host, subscription_id, stream, number)
  where status = 'pending' and attempts = 0;
create index ix_deliveries_retry on webhook.deliveries (host, next_attempt_at)
  where status = 'pending' and attempts > 0;
create index ix_deliveries_created_at on webhook.deliveries (created_at, id);
create index ix_deliveries_subscription_id on webhook.deliveries (subscription_id, created_at, id);
create index ix_deliveries_silent on webhook.deliveries (last_activity_at)
  where status = 'in_progress';
create index ix_deliveries_closed on webhook.deliveries (last_activity_at)
  where status in ('delivered', 'failed');

-- The breaker of each host that has failed of late; no row means healthy.
create table webhook.hosts (
  host text not null,
  failures integer not null,                  -- in a row
  openings integer not null default 0,        -- how often opened in a row: the next window's length
  open_until timestamptz,                     -- after it one probe at a time is let through
  constraint pk_hosts primary key (host)
);

grant usage on schema webhook to ${webhook};
grant select on webhook.flyway_schema_history to ${webhook};
grant select, insert, update, delete on webhook.subscriptions, webhook.creations, webhook.streams,
  webhook.deliveries, webhook.hosts to ${webhook};
