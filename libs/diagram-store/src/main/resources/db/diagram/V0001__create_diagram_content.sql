-- Diagram content as rows: one per cell, so that one changed cell costs the same in a diagram of ten
-- cells and of ten thousand, and an append-only log beside them. PostgreSQL is the sequencer: whoever
-- writes locks the diagram's row in a statement of its own, looks, writes and raises the vector.

create table diagram.diagrams (
  id uuid not null,
  model_id uuid not null,
  -- The number of the last operation; one counter for vector and sequence.
  update_vector bigint not null default 0,
  -- Operations up to this number are no longer in the log.
  log_floor bigint not null default 0,
  cell_count integer not null default 0,
  created_at timestamptz not null default now(),
  constraint pk_diagrams primary key (id),
  constraint ck_diagrams_update_vector check (update_vector >= log_floor),
  constraint ck_diagrams_cell_count check (cell_count >= 0)
) with (fillfactor = 50);
create index ix_diagrams_model_id on diagram.diagrams (model_id);

-- Rank sorts the list of cells; between two ranks there is always a third, so nothing is renumbered.
-- The ends of flows and the parents of nodes stand in columns so that what hangs on a node is found.
create table diagram.cells (
  diagram_id uuid not null,
  cell_id uuid not null,
  rank text collate "C" not null,
  -- The operation that wrote it last, by whom, and the last one by anybody else.
  seq bigint not null,
  author uuid not null,
  foreign_seq bigint not null default 0,
  source uuid,
  target uuid,
  parent uuid,
  data jsonb not null,
  constraint pk_cells primary key (diagram_id, cell_id),
  constraint fk_cells_diagram_id foreign key (diagram_id)
    references diagram.diagrams (id) on delete cascade
) with (fillfactor = 70);
create index ix_cells_diagram_id_rank on diagram.cells (diagram_id, rank);
create index ix_cells_diagram_id_source on diagram.cells (diagram_id, source)
  where source is not null;
create index ix_cells_diagram_id_target on diagram.cells (diagram_id, target)
  where target is not null;
create index ix_cells_diagram_id_parent on diagram.cells (diagram_id, parent)
  where parent is not null;

-- What was applied, as others get it. The same operation id with another body or author is refused,
-- so an id is unique in a diagram whoever sends it.
create table diagram.operations (
  diagram_id uuid not null,
  seq bigint not null,
  author uuid not null,
  operation_id uuid not null,
  body_hash bytea not null,
  kind text not null,
  -- The operation that this one takes back.
  inverts bigint,
  reordered boolean not null default false,
  cells jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_operations primary key (diagram_id, seq),
  constraint uq_operations_diagram_id_operation_id unique (diagram_id, operation_id),
  constraint fk_operations_diagram_id foreign key (diagram_id)
    references diagram.diagrams (id) on delete cascade,
  constraint ck_operations_kind check (kind in ('edit', 'undo', 'redo', 'list')),
  constraint ck_operations_inverts check ((inverts is not null) = (kind in ('undo', 'redo')))
);
create index ix_operations_diagram_id_author on diagram.operations (diagram_id, author, seq);
create index ix_operations_diagram_id_inverts on diagram.operations (diagram_id, inverts)
  where inverts is not null;

-- Before and after of each changed place, found by cell and by number.
create table diagram.operation_cells (
  diagram_id uuid not null,
  cell_id uuid not null,
  seq bigint not null,
  verb text not null,
  -- Where a removed cell stood, so that undo can put it back there.
  rank text collate "C",
  changes jsonb not null,
  constraint pk_operation_cells primary key (diagram_id, cell_id, seq),
  constraint fk_operation_cells_diagram_id_seq foreign key (diagram_id, seq)
    references diagram.operations (diagram_id, seq) on delete cascade,
  constraint ck_operation_cells_verb check (verb in ('add', 'update', 'remove'))
);
create index ix_operation_cells_diagram_id_seq on diagram.operation_cells (diagram_id, seq);

-- The state that a sign-in was given last: what its whole-list writes are compared with.
create table diagram.given (
  diagram_id uuid not null,
  sign_in text not null,
  vector bigint not null,
  given_at timestamptz not null default now(),
  constraint pk_given primary key (diagram_id, sign_in),
  constraint fk_given_diagram_id foreign key (diagram_id)
    references diagram.diagrams (id) on delete cascade
) with (fillfactor = 50);
create index ix_given_given_at on diagram.given (given_at);

grant usage on schema diagram to ${model}, ${collab};
grant select on diagram.flyway_schema_history to ${model}, ${collab};
grant select, insert, update, delete on diagram.diagrams to ${model};
grant select, update on diagram.diagrams to ${collab};
grant select, insert, update, delete on diagram.cells to ${model}, ${collab};
-- the log is only ever added to; what goes with its diagram goes by the owner's cascade
grant select, insert on diagram.operations, diagram.operation_cells to ${model}, ${collab};
grant select, insert, update on diagram.given to ${model}, ${collab};
