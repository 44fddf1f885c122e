#!/usr/bin/env bash
# A fresh Debian 12 in a folder: installs the packages, starts the programs as their units do, pairs kiosk and boards, serves a
# ticket, upgrades under the same data, uninstalls, purges. Needs root and a Debian mirror, and installs debootstrap if it is not
# there. Prints what it saw, one line a fact.
set -euo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd)
machine=${1:-$(mktemp -d)/machine}
port=18080
hub_pid=
agents=()

say() { printf '%s\n' "$*"; }
fail() { say "FAILED: $*" && exit 1; }
inside() { chroot "$machine" /usr/bin/env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }

leave() {
  kill $hub_pid "${agents[@]}" 2>/dev/null || true
  umount "$machine/proc" "$machine" 2>/dev/null || true
}
trap leave EXIT

ask() { # method path body header…
  local method=$1 path=$2 body=$3
  shift 3
  # As the hub's own pages say: a write with a cookie must.
  local headers=(-H "Origin: http://127.0.0.1:$port") header
  for header in "$@"; do headers+=(-H "$header"); done
  curl -sS --max-time 20 -X "$method" -H 'Content-Type: application/json' "${headers[@]}" ${body:+-d "$body"} "http://127.0.0.1:$port$path"
}

# As the unit does: the unit's own user and command.
start() { # name
  local command
  command=$(sed -n 's/^ExecStart=//p' "$machine/lib/systemd/system/luot-$1.service")
  chroot --userspec="luot-$1:luot-$1" "$machine" /bin/sh -c "exec $command" >>"$machine/tmp/$1.log" 2>&1 &
}

start_hub() {
  start hub
  hub_pid=$!
  for _ in $(seq 200); do
    if curl -sf "http://127.0.0.1:$port/health/ready" >/dev/null; then return; fi
    sleep 0.2
  done
  cat "$machine/tmp/hub.log"
  fail "the hub does not start"
}

# A new person with a password of their own; answers their cookie.
signed_in() { # role name
  local given own
  given=$(hub person add --data /var/lib/luot-hub --role "$1" --name "$2" --shown-as "$2" 2>/dev/null | grep -oE '[^ ]+$' | tail -n 1)
  own='mot hai ba bon nam'
  ask PUT /api/session/password "{\"present\":\"$given\",\"next\":\"$own\"}" "Cookie: $(cookie "$2" "$given")" >/dev/null
  cookie "$2" "$own"
}

cookie() { # name password
  curl -sSi --max-time 20 -H 'Content-Type: application/json' -d "{\"name\":\"$1\",\"password\":\"$2\"}" \
    "http://127.0.0.1:$port/api/session" | sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p'
}

# By the code that it tells, as a technician does.
pair() { # name role cookie
  local code=
  start "$1"
  agents+=($!)
  for _ in $(seq 300); do
    code=$(sed -n 's/.*pairing code is \([A-Z-]*\):.*/\1/p' "$machine/tmp/$1.log" | tail -n 1)
    if [ -n "$code" ]; then break; fi
    sleep 0.2
  done
  ask POST /api/pairing/confirm "{\"userCode\":\"$code\",\"role\":\"$2\",\"name\":\"$1\"}" "Cookie: $3" >/dev/null
  for _ in $(seq 300); do
    if grep -q 'The hub is here' "$machine/tmp/$1.log"; then
      say "luot-$1: paired, its token $(inside stat -c '%U %a' "/var/lib/luot-$1/token")"
      return
    fi
    sleep 0.2
  done
  cat "$machine/tmp/$1.log"
  fail "$1 does not get in"
}

stop_hub() {
  kill "$hub_pid"
  wait "$hub_pid" || true
  hub_pid=
}

# What systemd says of the units, where this machine has it; a chroot cannot run them.
look_at_units() {
  command -v systemd-analyze >/dev/null || return 0
  local unit
  for unit in luot-hub luot-kiosk luot-board; do
    say "$unit: $(systemd-analyze security --offline=true --no-pager "$machine/lib/systemd/system/$unit.service" | tail -n 1)"
  done
}

command -v debootstrap >/dev/null || { say "installing: debootstrap" && apt-get update -qq && apt-get install -y -qq debootstrap >/dev/null; }

installed() { inside dpkg-query -W -f '${Package} ${Version} ${Status}\n' 'luot-*'; }

"$root/luot" package --out "$machine.packages/1"
"$root/luot" package --out "$machine.packages/2" --version "$(dpkg-deb -f "$machine.packages/1/"luot-hub_*.deb Version)+1"

debootstrap --variant=minbase bookworm "$machine" >/dev/null
cp /etc/resolv.conf "$machine/etc/resolv.conf"
cp -r /etc/apt/apt.conf.d "$machine/etc/apt/"
# As a machine's root is one: programs ask which disk they are on.
mount --bind "$machine" "$machine"
mount -t proc proc "$machine/proc"
say "debian $(cat "$machine/etc/debian_version"), $(inside dpkg-query -W | wc -l) packages"

mkdir "$machine/packages"
cp "$machine.packages/1/"*.deb "$machine/packages/"
inside apt-get update -qq
inside apt-get install -y -qq --no-install-recommends $(cd "$machine" && ls -d packages/*.deb | sed 's#^#/#') >/dev/null
say "installed:" && installed
say "users: $(inside id luot-hub), $(inside id luot-kiosk), $(inside id luot-board)"
look_at_units
say "classes kept for the hub's start: $(stat -c '%U %a, %s bytes' "$machine/var/cache/luot-hub/classes.jsa")"

sed -i "s/^port = .*/port = $port/" "$machine/etc/luot/hub.conf"
echo 'host = 127.0.0.1' >>"$machine/etc/luot/hub.conf"
plan="$machine/tmp/plan.json"
unzip -p "$machine/usr/lib/luot-hub/"hub-*.jar plan/huong-tra.json \
  | python3 -c 'import json,sys; p=json.load(sys.stdin); days=["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY","SATURDAY","SUNDAY"]; p["hours"]=[{"days":days,"from":"00:00","to":"00:00"}]; json.dump(p,sys.stdout)' >"$plan"
hub() { chroot --userspec=luot-hub:luot-hub "$machine" /usr/bin/luot-hub "$@"; }
hub init --data /var/lib/luot-hub --plan /tmp/plan.json --admin quantri >/dev/null
kiosk=$(hub device add --data /var/lib/luot-hub --role kiosk --name K1 2>/dev/null | tail -n 1)
start_hub
say "hub: $(ask GET /health/ready '') as $(inside id -nu "$(ps -o uid= -p "$hub_pid" | tr -d ' ')")"

technician=$(signed_in technician minh)
sed -i "s#^hub = .*#hub = http://127.0.0.1:$port#; s/^port = .*/port = $((port + 1))/" "$machine/etc/luot/kiosk.conf" "$machine/etc/luot/board.conf"
pair kiosk KIOSK "$technician"
pair board BOARD "$technician"
curl -sf "http://127.0.0.1:$((port + 1))/" >/dev/null || fail "the kiosk has no page"
kill "${agents[@]}"
agents=()

clerk=$(signed_in clerk lan)
ask POST /api/day/open '' "Cookie: $clerk" "Idempotency-Key: fresh-machine-open-1" >/dev/null
first=$(ask POST /api/tickets '{"service":"dat-dai.nop"}' "Authorization: Bearer $kiosk" 'Idempotency-Key: fresh-machine-ticket-1')
say "ticket: $(grep -o '"number":"[^"]*"' <<<"$first")"
stop_hub

cp "$machine.packages/2/"*.deb "$machine/packages/"
inside apt-get install -y -qq --no-install-recommends $(cd "$machine" && ls -d packages/*+1_all.deb | sed 's#^#/#') >/dev/null
say "upgraded:" && installed
grep -q "port = $port" "$machine/etc/luot/hub.conf" || fail "the upgrade changed the configuration"
start_hub
again=$(ask POST /api/tickets '{"service":"dat-dai.nop"}' "Authorization: Bearer $kiosk" 'Idempotency-Key: fresh-machine-ticket-1')
[ "$first" = "$again" ] || fail "the ticket is another one after the upgrade: $first $again"
second=$(ask POST /api/tickets '{"service":"dat-dai.nop"}' "Authorization: Bearer $kiosk" 'Idempotency-Key: fresh-machine-ticket-2')
say "after the upgrade: the same ticket, then $(grep -o '"number":"[^"]*"' <<<"$second")"
stop_hub
hub verify --data /var/lib/luot-hub | tail -n 1

inside apt-get remove -y -qq luot-hub luot-kiosk luot-board >/dev/null
[ -e "$machine/usr/bin/luot-hub" ] && fail "the command is still there"
[ -e "$machine/var/cache/luot-hub" ] && fail "removing left the classes"
[ -e "$machine/var/lib/luot-hub/luot.db" ] || fail "removing took the data away"
inside apt-get purge -y -qq luot-hub luot-kiosk luot-board >/dev/null
[ -e "$machine/var/lib/luot-hub" ] && fail "purging left the data"
[ -e "$machine/etc/luot/hub.conf" ] && fail "purging left the configuration"
say "removed, then purged: nothing is left"
say "ok"
