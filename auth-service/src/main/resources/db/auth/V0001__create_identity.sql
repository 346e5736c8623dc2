-- People, groups, sign-ins, keys and revocations. auth-service alone touches the tables; everybody
-- else reads the views and calls the two functions at the end of this file.

create table auth.users (
  id uuid not null,
  -- Empty for a person who was named before any provider was known.
  provider text not null default '',
  -- Null for a person who was granted something before the first sign-in ("sparse").
  provider_user_id text,
  email text,
  name text not null default '',
  email_verified boolean not null default false,
  automation boolean not null default false,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  modified_at timestamptz not null default now(),
  last_login_at timestamptz,
  constraint pk_users primary key (id),
  constraint uq_users_provider_provider_user_id unique (provider, provider_user_id),
  constraint ck_users_provider check (length(provider) <= 100),
  constraint ck_users_provider_user_id check (length(provider_user_id) between 1 and 500),
  constraint ck_users_email check (length(email) <= 320),
  constraint ck_users_name check (length(name) <= 256),
  constraint ck_users_known check (provider_user_id is not null or email is not null)
);
create unique index uq_users_provider_email_sparse on auth.users (provider, lower(email))
  where provider_user_id is null;
create index ix_users_email on auth.users (lower(email));

create table auth.groups (
  id uuid not null,
  provider text not null,
  name text not null,
  display_name text not null default '',
  description text not null default '',
  -- Built-in groups cannot be renamed or deleted.
  built_in boolean not null default false,
  first_used_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  usage_count bigint not null default 0,
  constraint pk_groups primary key (id),
  constraint uq_groups_provider_name unique (provider, name),
  constraint ck_groups_provider check (length(provider) between 1 and 100),
  constraint ck_groups_name check (length(name) between 1 and 500)
);

create table auth.group_members (
  id uuid not null,
  group_id uuid not null,
  member_user_id uuid,
  member_group_id uuid,
  added_by uuid,
  notes text not null default '',
  added_at timestamptz not null default now(),
  constraint pk_group_members primary key (id),
  constraint fk_group_members_group_id foreign key (group_id) references auth.groups (id) on delete cascade,
  constraint fk_group_members_member_user_id foreign key (member_user_id) references auth.users (id) on delete cascade,
  constraint fk_group_members_member_group_id foreign key (member_group_id) references auth.groups (id) on delete cascade,
  constraint fk_group_members_added_by foreign key (added_by) references auth.users (id) on delete set null,
  constraint uq_group_members_group_id_member_user_id unique (group_id, member_user_id),
  constraint uq_group_members_group_id_member_group_id unique (group_id, member_group_id),
  constraint ck_group_members_one_kind check (num_nonnulls(member_user_id, member_group_id) = 1),
  constraint ck_group_members_not_itself check (member_group_id <> group_id),
  -- Everybody is in `everyone` already.
  constraint ck_group_members_not_everyone check (group_id <> '00000000-0000-0000-0000-000000000000')
);
create index ix_group_members_member_user_id on auth.group_members (member_user_id);
create index ix_group_members_member_group_id on auth.group_members (member_group_id);

-- The identity provider's groups of a person, as they stood at the last sign-in.
create table auth.idp_memberships (
  user_id uuid not null,
  group_id uuid not null,
  seen_at timestamptz not null default now(),
  constraint pk_idp_memberships primary key (user_id, group_id),
  constraint fk_idp_memberships_user_id foreign key (user_id) references auth.users (id) on delete cascade,
  constraint fk_idp_memberships_group_id foreign key (group_id) references auth.groups (id) on delete cascade
);
create index ix_idp_memberships_group_id on auth.idp_memberships (group_id);

create table auth.signing_keys (
  kid text not null,
  algorithm text not null,
  public_jwk jsonb not null,
  -- Nonce and AES-GCM ciphertext; the key that opens it is never in the database.
  private_part bytea not null,
  created_at timestamptz not null default now(),
  -- Later than created_at, so that every verifier has read the key before it signs.
  signs_from timestamptz not null,
  -- Set when a newer key takes over: the end of the last token that this one signed.
  verifies_until timestamptz,
  constraint pk_signing_keys primary key (kid)
);

-- A sign-in is a session (`sid`): one interactive login and all the tokens that came of it.
create table auth.sign_ins (
  id uuid not null,
  user_id uuid not null,
  created_at timestamptz not null default now(),
  authenticated_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint pk_sign_ins primary key (id),
  constraint fk_sign_ins_user_id foreign key (user_id) references auth.users (id) on delete cascade
);
create index ix_sign_ins_user_id on auth.sign_ins (user_id);
create index ix_sign_ins_expires_at on auth.sign_ins (expires_at);

-- Used ones stay until they expire: one that comes again was stolen, and ends its sign-in.
create table auth.refresh_tokens (
  hash bytea not null,
  sign_in_id uuid not null,
  issued_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint pk_refresh_tokens primary key (hash),
  constraint fk_refresh_tokens_sign_in_id foreign key (sign_in_id) references auth.sign_ins (id) on delete cascade
);
create index ix_refresh_tokens_sign_in_id on auth.refresh_tokens (sign_in_id);

create table auth.preferences (
  user_id uuid not null,
  document jsonb not null,
  modified_at timestamptz not null default now(),
  constraint pk_preferences primary key (user_id),
  constraint fk_preferences_user_id foreign key (user_id) references auth.users (id) on delete cascade
);

create table auth.revocation_head (
  only_row boolean not null default true,
  number bigint not null,
  constraint pk_revocation_head primary key (only_row),
  constraint ck_revocation_head_only_row check (only_row)
);

create table auth.revocations (
  number bigint not null,
  kind text not null,
  subject text not null,
  at timestamptz not null,
  expires_at timestamptz not null,
  constraint pk_revocations primary key (number),
  constraint ck_revocations_kind check (kind in ('token', 'session', 'person', 'access'))
);
create index ix_revocations_expires_at on auth.revocations (expires_at);

insert into auth.revocation_head (number) values (0);

insert into auth.groups (id, provider, name, display_name, description, built_in) values
  ('00000000-0000-0000-0000-000000000000', 'tmi', 'everyone', 'Everyone (Pseudo-group)',
   'Every signed-in person of any provider', true),
  ('00000000-0000-0000-0000-000000000001', 'tmi', 'security-reviewers', 'Security Reviewers',
   'Owners of new threat models and survey responses; they triage', true),
  ('00000000-0000-0000-0000-000000000002', 'tmi', 'administrators', 'Administrators',
   'Administration of the system', true),
  ('00000000-0000-0000-0000-000000000003', 'tmi', 'confidential-project-reviewers',
   'Confidential Project Reviewers', 'Owners of confidential items in place of the security reviewers', true),
  ('00000000-0000-0000-0000-000000000004', 'tmi', 'tmi-automation', 'TMI Automation',
   'Writers of new threat models and survey responses', true),
  ('00000000-0000-0000-0000-000000000005', 'tmi', 'embedding-automation', 'Embedding Automation',
   'May push embeddings and read the settings of embedding providers', true);

-- Owns what the operator pins. Its id with the provider holds a full stop, which no login_hint may.
insert into auth.users (id, provider, provider_user_id, email, name, email_verified, automation) values
  ('00000000-0000-0000-0000-000000000001', 'tmi', 'tmi.operator', 'operator@tmi.system',
   'Operator System', true, true);

-- ── What others read ────────────────────────────────────────────────────────────────────────────

create view auth.account as
  select u.id, u.provider, coalesce(u.provider_user_id, u.email) as provider_id, u.email, u.name,
         u.automation, u.active
  from auth.users u;

create view auth.group_card as
  select g.id, g.provider, g.name, g.display_name from auth.groups g;

-- A pair may come more than once (direct and by an IdP group): `union all` lets a join reach into
-- each branch by its index, and every question asked of this view is a max, an exists or an in.
create view auth.principal as
  select u.id as user_id, u.id as principal from auth.users u
  union all
  select u.id, '00000000-0000-0000-0000-000000000000'::uuid from auth.users u
  union all
  select m.member_user_id, m.group_id from auth.group_members m where m.member_user_id is not null
  union all
  select i.user_id, i.group_id from auth.idp_memberships i
  union all
  select i.user_id, m.group_id
  from auth.idp_memberships i
  join auth.group_members m on m.member_group_id = i.group_id;

create view auth.verification_key as
  select k.kid, k.algorithm, k.public_jwk
  from auth.signing_keys k
  where k.verifies_until is null or k.verifies_until > now();

-- How long a sign-in may go on. A live socket was opened by an access token and outlives it as long
-- as this, because the sign-in can renew the token at any time.
create view auth.sign_in as
  select s.id, s.user_id, least(s.expires_at, s.ended_at) as expires_at from auth.sign_ins s;

create view auth.revoked as
  select r.number, r.kind, r.subject, r.at, r.expires_at
  from auth.revocations r
  where r.expires_at > now();

-- ── What others may do ──────────────────────────────────────────────────────────────────────────

-- Call it as the transaction's last statement: the head row stays locked until the commit, which
-- is what makes the order of numbers the order of commits.
create function auth.revoke(kind text, subject text, expires_at timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  taken bigint;
begin
  update auth.revocation_head h set number = h.number + 1 returning h.number into taken;
  insert into auth.revocations (number, kind, subject, at, expires_at)
  values (taken, revoke.kind, revoke.subject, clock_timestamp(), revoke.expires_at);
  return taken;
end
$$;

-- The id of a person or group named by its provider, made when nobody knows it yet. Something with
-- an @ in place of an id is an e-mail, so that the first sign-in finds the row (contract: an
-- unknown e-mail is kept as e-mail, the id stays empty).
create function auth.ensure_principal(
  p_kind text, p_provider text, p_provider_id text, p_email text, p_name text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_provider text := coalesce(p_provider, '');
  v_provider_id text := nullif(p_provider_id, '');
  v_email text := nullif(p_email, '');
  v_id uuid;
begin
  if p_kind = 'group' then
    select g.id into v_id from auth.groups g
    where g.name = v_provider_id
      and (g.provider = v_provider or (g.built_in and (g.name = 'everyone' or v_provider in ('*', ''))))
    order by g.built_in desc limit 1;
    if v_id is null then
      insert into auth.groups (id, provider, name, display_name)
      values (gen_random_uuid(), v_provider, v_provider_id, coalesce(nullif(p_name, ''), v_provider_id))
      on conflict do nothing returning id into v_id;
    end if;
    if v_id is null then
      select g.id into strict v_id from auth.groups g
      where g.provider = v_provider and g.name = v_provider_id;
    end if;
    return v_id;
  end if;
  if p_kind is distinct from 'user' then
    raise exception 'a principal is a user or a group, not %', p_kind using errcode = '22023';
  end if;

  select u.id into v_id from auth.users u
  where u.provider = v_provider and u.provider_user_id = v_provider_id;
  if v_id is not null then
    return v_id;
  end if;
  if position('@' in v_provider_id) > 0 then
    v_email := coalesce(v_email, v_provider_id);
    v_provider_id := null;
  end if;
  for attempt in 1..2 loop
    select u.id into v_id from auth.users u
    where (u.provider = v_provider and u.provider_user_id = v_provider_id)
       or (u.provider = v_provider and lower(u.email) = lower(v_email)
           and (v_provider_id is null or u.provider_user_id is null))
    order by u.provider_user_id is not distinct from v_provider_id desc, u.created_at limit 1;
    exit when v_id is not null;
    insert into auth.users (id, provider, provider_user_id, email, name)
    values (gen_random_uuid(), v_provider, v_provider_id, v_email,
            left(coalesce(nullif(p_name, ''), v_email, ''), 256))
    on conflict do nothing returning id into v_id;
    exit when v_id is not null;
  end loop;
  return v_id;
end
$$;

revoke execute on function auth.revoke(text, text, timestamptz) from public;
revoke execute on function auth.ensure_principal(text, text, text, text, text) from public;

-- ── Grants ──────────────────────────────────────────────────────────────────────────────────────

grant usage on schema auth to ${auth}, ${model}, ${collab}, ${webhook},
  ${owner_model}, ${owner_collab}, ${owner_webhook};
grant select on auth.flyway_schema_history to ${auth}, ${model}, ${collab}, ${webhook};

grant select, insert, update, delete on auth.idp_memberships, auth.signing_keys, auth.sign_ins
  to ${auth};
grant select, insert, update on auth.users, auth.groups, auth.refresh_tokens, auth.preferences
  to ${auth};
grant select, insert on auth.group_members to ${auth};
grant select, delete on auth.revocations to ${auth};
grant select on auth.revocation_head to ${auth};

grant select on auth.account, auth.group_card, auth.principal, auth.verification_key, auth.revoked
  to ${auth}, ${model}, ${collab}, ${webhook}, ${owner_model}, ${owner_collab}, ${owner_webhook};
grant select on auth.sign_in to ${collab};
grant execute on function auth.revoke(text, text, timestamptz) to ${auth}, ${model}, ${owner_model};
grant execute on function auth.ensure_principal(text, text, text, text, text) to ${model}, ${owner_model};
