-- Threat models, who may do what with them, their diagrams' own fields and their threats.
-- A diagram's content (cells, log, vector) is in the schema diagram; names and groups are in auth.

create sequence model.threat_model_alias as integer;

create table model.threat_models (
  id uuid not null,
  alias integer not null default nextval('model.threat_model_alias'),
  name text not null,
  description text,
  framework text not null default 'STRIDE',
  status text not null default 'not_started',
  status_updated timestamptz not null default now(),
  issue_uri text,
  confidential boolean not null default false,
  owner_id uuid not null,
  created_by uuid not null,
  security_reviewer_id uuid,
  project_id uuid,
  -- Key to value: the interface shows them as a list ordered by key.
  metadata jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  modified_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint pk_threat_models primary key (id),
  constraint uq_threat_models_alias unique (alias),
  constraint ck_threat_models_name check (length(name) between 1 and 256),
  constraint ck_threat_models_metadata check (jsonb_typeof(metadata) = 'object')
);
alter sequence model.threat_model_alias owned by model.threat_models.alias;

create index ix_threat_models_owner_id on model.threat_models (owner_id, created_at desc)
  where deleted_at is null;
create index ix_threat_models_security_reviewer_id
  on model.threat_models (security_reviewer_id, created_at desc)
  where deleted_at is null and security_reviewer_id is not null;
create index ix_threat_models_created_at on model.threat_models (created_at desc, id);

-- One row a principal and model; the owner always has one, with role 3. model_created_at and live
-- repeat the model's row (the first never changes, the second changes with it), so that one page of
-- a person's models is a short walk along one index, however many models there are.
create table model.access_entries (
  threat_model_id uuid not null,
  principal uuid not null,
  principal_kind text not null,
  role smallint not null,
  ordinal integer not null,
  model_created_at timestamptz not null,
  live boolean not null default true,
  constraint pk_access_entries primary key (threat_model_id, principal),
  constraint fk_access_entries_threat_model_id
    foreign key (threat_model_id) references model.threat_models (id) on delete cascade,
  constraint ck_access_entries_principal_kind check (principal_kind in ('user', 'group')),
  constraint ck_access_entries_role check (role between 1 and 3)
);
create index ix_access_entries_principal
  on model.access_entries (principal, live, model_created_at desc, threat_model_id) include (role);

-- Per model and kind of child: the last alias given (never reused) and how many are live.
create table model.child_counters (
  threat_model_id uuid not null,
  kind text not null,
  last_alias integer not null,
  live integer not null,
  constraint pk_child_counters primary key (threat_model_id, kind),
  constraint fk_child_counters_threat_model_id
    foreign key (threat_model_id) references model.threat_models (id) on delete cascade,
  constraint ck_child_counters_live check (live >= 0)
);

create table model.diagrams (
  id uuid not null,
  threat_model_id uuid not null,
  alias integer not null,
  name text not null,
  type text not null default 'DFD-1.0.0',
  description text,
  image_svg text,
  image_update_vector bigint,
  color_palette jsonb,
  metadata jsonb not null default '{}',
  include_in_report boolean not null default true,
  timmy_enabled boolean not null default true,
  auto_generated boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  modified_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint pk_diagrams primary key (id),
  constraint uq_diagrams_threat_model_id_alias unique (threat_model_id, alias),
  constraint fk_diagrams_threat_model_id
    foreign key (threat_model_id) references model.threat_models (id) on delete cascade,
  constraint ck_diagrams_name check (length(name) between 1 and 256),
  constraint ck_diagrams_metadata check (jsonb_typeof(metadata) = 'object')
);
create index ix_diagrams_threat_model_id
  on model.diagrams (threat_model_id, created_at desc, id) where deleted_at is null;

create table model.threats (
  id uuid not null,
  threat_model_id uuid not null,
  alias integer not null,
  name text not null,
  description text,
  mitigation text,
  threat_type text[] not null default '{}',
  severity text,
  score numeric(3, 1),
  priority text,
  status text,
  mitigated boolean not null default false,
  cwe_id text[] not null default '{}',
  cvss jsonb not null default '[]',
  ssvc jsonb,
  diagram_id uuid,
  cell_id uuid,
  asset_id uuid,
  issue_uri text,
  metadata jsonb not null default '{}',
  include_in_report boolean not null default true,
  timmy_enabled boolean not null default true,
  auto_generated boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  modified_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint pk_threats primary key (id),
  constraint uq_threats_threat_model_id_alias unique (threat_model_id, alias),
  constraint fk_threats_threat_model_id
    foreign key (threat_model_id) references model.threat_models (id) on delete cascade,
  constraint fk_threats_diagram_id foreign key (diagram_id) references model.diagrams (id),
  constraint ck_threats_name check (length(name) between 1 and 256),
  constraint ck_threats_score check (score between 0 and 10),
  constraint ck_threats_metadata check (jsonb_typeof(metadata) = 'object')
);
create index ix_threats_threat_model_id
  on model.threats (threat_model_id, created_at desc, id) where deleted_at is null;
create index ix_threats_diagram_id on model.threats (diagram_id) where diagram_id is not null;

-- Published: who has which role (1 reader, 2 writer, 3 owner) on a live model.
create view model.access as
  select threat_model_id as model_id, principal, role from model.access_entries where live;

-- Published: what others show of a live diagram and of a live model.
create view model.diagram_card as
  select d.id as diagram_id, d.threat_model_id as model_id, d.name
    from model.diagrams d where d.deleted_at is null;

create view model.model_card as
  select m.id as model_id, m.name, m.owner_id, m.confidential
    from model.threat_models m where m.deleted_at is null;

grant usage on schema model to ${model}, ${auth}, ${collab}, ${webhook},
  ${owner_collab}, ${owner_webhook};
grant select on model.access, model.diagram_card, model.model_card
  to ${model}, ${auth}, ${collab}, ${webhook}, ${owner_collab}, ${owner_webhook};
grant select on model.flyway_schema_history to ${model}, ${collab}, ${webhook};
grant usage on sequence model.threat_model_alias to ${model};
grant select, insert, update on
  model.threat_models, model.child_counters, model.diagrams, model.threats to ${model};
grant select, insert, update, delete on model.access_entries to ${model};
