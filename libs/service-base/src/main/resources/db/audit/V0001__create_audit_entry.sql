-- Who changed what, and what it was before. Written in the change's own transaction; append only.

create table audit.entry (
  id uuid not null,
  threat_model_id uuid,
  object_type text not null,
  object_id uuid not null,
  change_type text not null,
  actor_id uuid,
  actor jsonb not null,
  summary text,
  before jsonb,
  after jsonb,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_entry primary key (id)
);

create index ix_entry_threat_model on audit.entry (threat_model_id, created_at desc, id desc)
  where threat_model_id is not null;
create index ix_entry_object on audit.entry (object_id, created_at desc, id desc);
create index ix_entry_system on audit.entry (created_at desc, id desc)
  where threat_model_id is null;

grant usage on schema audit to ${auth}, ${model}, ${collab}, ${webhook};
grant select on audit.flyway_schema_history to ${auth}, ${model}, ${collab}, ${webhook};
grant insert on audit.entry to ${auth}, ${model}, ${collab}, ${webhook};
grant select on audit.entry to ${model};
