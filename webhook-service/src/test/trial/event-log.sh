#!/usr/bin/env bash
# What one busy model costs on its event head (docs/decisions/0002), and what ways of claiming and
# waking cost the writers (0003). Needs psql, pgbench and a scratch PostgreSQL to which PGHOST, PGPORT
# and PGUSER (a superuser) lead: event-log.sh [seconds] [rounds]
set -euo pipefail
cd "$(dirname "$0")/../../../.."
SECONDS_EACH=${1:-6} ROUNDS=${2:-3} WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

psql -qX -d postgres -c 'drop database if exists tmi_trial' -c 'create database tmi_trial'
export PGDATABASE=tmi_trial
for set in event audit webhook; do
  psql -qX -c "create schema $set" -c "create table $set.flyway_schema_history (version text)"
  sed -E 's/\$\{(auth|model|collab|webhook)\}/current_user/g' \
    {libs/service-base,webhook-service}/src/main/resources/db/$set/V0001__*.sql 2>/dev/null |
    psql -qX -v ON_ERROR_STOP=1
done
psql -qX -c "create table thing (id int primary key, v bigint not null default 0, t text)" \
  -c "insert into thing select n, 0, repeat('x', 200) from generate_series(1, 20000) n"

one="'00000000-0000-0000-0000-000000000001'"
many="('00000000-0000-0000-0000-' || lpad(to_hex(:s::int), 12, '0'))::uuid"
event() {
  echo "insert into event.log (id, type, threat_model_id, object_type, object_id, confidential, data)
    values (gen_random_uuid(), 'threat.updated', $1, 'threat', gen_random_uuid(), false, '{}');" | tr '\n' ' '
}
change="update thing set v = v + 1 where id = :k;"
audit="insert into audit.entry (id, object_type, object_id, change_type, actor) values (gen_random_uuid(), 'threat', gen_random_uuid(), 'updated', '{}');"

script() { # name, pause between statements or empty, statements …
  local file=$WORK/$1 pause=$2; shift 2
  printf '%s\n' '\set k random(1,20000)' '\set s random(1,10000)' 'begin;' > "$file"
  for statement in "$@"; do
    echo "$statement" >> "$file"
    [ -z "$pause" ] || echo "\\sleep $pause us" >> "$file"
  done
  echo 'commit;' >> "$file"
}
for pause in '' 500; do
  script "none$pause" "$pause" "$change" "$audit"
  script "many-last$pause" "$pause" "$change" "$audit" "$(event "$many")"
  script "one-last$pause" "$pause" "$change" "$audit" "$(event "$one")"
  script "one-first$pause" "$pause" "$(event "$one")" "$change" "$audit"
done
script one-joined500 500 "$change" "$audit"
sed -i '$d' "$WORK/one-joined500"
printf '%s\n' '\startpipeline' "$(event "$one")" 'commit;' '\endpipeline' >> "$WORK/one-joined500"

measure() { # file, round, mode
  printf '%d %-14s ' "$2" "$1"
  pgbench -n -M "$3" -c 16 -j 2 -T "$SECONDS_EACH" -f "$WORK/$1" 2>/dev/null |
    grep -oP '(tps|latency average) = \K[0-9.]+' | paste -sd' '
}

echo 'round script latency_ms tps'
for ((round = 1; round <= ROUNDS; round++)); do
  for file in none many-last one-last one-first none500 many-last500 one-last500 one-first500; do
    measure $file $round prepared
  done
  measure one-joined500 $round extended
done

# Two replicas of intake beside sixteen writers of one model, by three kinds of claim.
psql -qX <<'SQL'
create function take(way text) returns void language plpgsql as $$
declare one constant uuid := '00000000-0000-0000-0000-000000000001';
begin
  if way = 'own' then perform 1 from webhook.streams where id = one for update skip locked;
  elsif way = 'head-skip' then perform 1 from event.head where stream = one for update skip locked;
  else perform 1 from event.head where stream = one for update;
  end if;
  if found then
    with due as (select * from event.log where stream = one and not taken order by number limit 200),
      made as (insert into webhook.deliveries
          (id, subscription_id, host, event_id, stream, number, event_type, payload)
        select gen_random_uuid(), one, 'h', id, stream, number, type, '{}' from due)
    update event.log l set taken = true from due where l.id = due.id;
  end if;
end $$;
insert into webhook.streams (id) values ('00000000-0000-0000-0000-000000000001');
SQL
for ((round = 1; round <= ROUNDS; round++)); do
  for way in none own head-skip head-wait; do
    psql -qX -c 'truncate event.log, event.head, webhook.deliveries'
    printf '%s\n' "select take('$way');" '\sleep 20 ms' > "$WORK/take"
    [ $way = none ] ||
      pgbench -n -c 2 -T $((SECONDS_EACH + 1)) -f "$WORK/take" > /dev/null 2>&1 &
    printf 'claim=%-10s ' $way
    measure one-last500 $round prepared
    wait
  done
  script many-notify '' "$change" "$audit" "$(event "$many")" "select pg_notify('tmi_event', '');"
  measure many-notify $round prepared
done
psql -qX -d postgres -c 'drop database tmi_trial'
