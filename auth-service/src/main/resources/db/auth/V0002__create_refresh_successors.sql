-- An answer to a refresh can be lost on its way, or be asked for by two tabs at once. Who shows the
-- used token again within half a minute gets the same successor once more: it is computed from that
-- token and this salt. Neither is of use alone, and the salt is forgotten after a minute.
create table auth.refresh_successors (
  hash bytea not null,
  salt bytea not null,
  made_at timestamptz not null default clock_timestamp(),
  constraint pk_refresh_successors primary key (hash),
  constraint fk_refresh_successors_hash foreign key (hash) references auth.refresh_tokens (hash) on delete cascade
);
create index ix_refresh_successors_made_at on auth.refresh_successors (made_at);

grant select, insert, delete on auth.refresh_successors to ${auth};
