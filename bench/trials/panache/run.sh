#!/usr/bin/env bash
# The trial of decision 0006: one endpoint by the plain client and by Panache, in turn, in one process.
# usage: DB_PORT=… DB_NAME=… run.sh   (a migrated database; it gets one model with 500 threats)
set -eu
cd "$(dirname "$0")"
P="psql -qAt -h 127.0.0.1 -p $DB_PORT -U ${DB_USERNAME:-postgres} -d $DB_NAME"
[ -f target/quarkus-app/quarkus-run.jar ] || ../../../mvnw -q -B package -DskipTests
$P -v ON_ERROR_STOP=1 <<'SQL'
insert into auth.users (id, provider, provider_user_id, email, name)
  values (md5('trial')::uuid, 'tmi', 'trial', 'trial@example.org', 'Trial') on conflict do nothing;
insert into model.threat_models (id, name, owner_id, created_by)
  values (md5('trial')::uuid, 'Trial', md5('trial')::uuid, md5('trial')::uuid) on conflict do nothing;
insert into model.access_entries (threat_model_id, principal, principal_kind, role, ordinal, model_created_at)
  values (md5('trial')::uuid, md5('trial')::uuid, 'user', 3, 1, now()) on conflict do nothing;
insert into model.threats (id, threat_model_id, alias, name, description)
  select md5('t' || i)::uuid, md5('trial')::uuid, i, 'T' || i, repeat('words ', 60)
    from generate_series(1, 500) i on conflict do nothing;
analyze model.threats;
SQL
MODEL=$($P -c "select md5('trial')::uuid")
$P -c "select id from model.threats where threat_model_id = '$MODEL'" > target/ids.txt
cat > target/load.lua <<'LUA'
local ids = {}
for line in io.lines("target/ids.txt") do ids[#ids + 1] = line end
local way, verb, model = os.getenv("WAY"), os.getenv("VERB"), os.getenv("MODEL")
math.randomseed(os.time())
request = function()
  local path = "/" .. way .. "/" .. model .. "/" .. ids[math.random(#ids)]
  local headers = { ["X-User"] = model, ["Content-Type"] = "application/json" }
  local body = verb == "PATCH" and '{"name":"N' .. math.random(1000000) .. '"}' or nil
  return wrk.format(verb, path, headers, body)
end
LUA
SERVER_PORT=8099 java -Xmx256m -XX:+UseSerialGC -jar target/quarkus-app/quarkus-run.jar > target/out.log 2>&1 &
SERVER=$!
trap 'kill $SERVER' EXIT
until curl -sf -o /dev/null -H "X-User: $MODEL" "http://127.0.0.1:8099/pg/$MODEL/$(head -1 target/ids.txt)"; do sleep 0.2; done
export MODEL
for round in warm warm 1 2 3 4 5; do
  for verb in GET PATCH; do
    for way in pg orm; do
      WAY=$way VERB=$verb wrk -t1 -c16 -d${SECONDS_EACH:-8}s --latency -s target/load.lua http://127.0.0.1:8099 > target/wrk.txt
      echo "$round $verb $way $(awk '/Requests\/sec/{r=$2} /50%/{a=$2} /99%/{b=$2} /Non-2xx/{n=$0} END{print r, "p50", a, "p99", b, n}' target/wrk.txt)"
    done
  done
done
