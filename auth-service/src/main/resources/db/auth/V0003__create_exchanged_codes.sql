-- Which sign-in a code was exchanged for: a code that comes again was copied on its way, and ends
-- what it made (RFC 6749 section 4.1.2). Goes with its sign-in.
create table auth.exchanged_codes (
  hash bytea not null,
  sign_in_id uuid not null,
  constraint pk_exchanged_codes primary key (hash),
  constraint fk_exchanged_codes_sign_in_id foreign key (sign_in_id) references auth.sign_ins (id) on delete cascade
);
create index ix_exchanged_codes_sign_in_id on auth.exchanged_codes (sign_in_id);

grant select, insert on auth.exchanged_codes to ${auth};
