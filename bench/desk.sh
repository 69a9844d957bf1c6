#!/usr/bin/env bash
# How long the desk's pages take on N made-up dossiers (100,000 unless told), asked one after another: median and 95th percentile in ms,
# and what the first page weighs. On a private cluster in a temporary folder. bench/desk.sh [N] [communes]
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh
many=${1:-100000} communes=${2:-12} asked=${3:-200} port=${4:-8399}
MOTCUA_HOME=$(mktemp -d)
export MOTCUA_HOME
chmod 755 "$MOTCUA_HOME"
jar=$MOTCUA_HOME/cookies at=http://localhost:$port
build src/MotCua.Cli built-MotCua.Cli -p:RunAnalyzers=false
build src/MotCua.Web built-MotCua.Web -p:RunAnalyzers=false
motcua() { dotnet src/MotCua.Cli/bin/Release/net10.0/motcua.dll "$@"; }

motcua demo --dossiers "$many" --agencies "$communes" --seed 1
motcua database open >"$MOTCUA_HOME/open" 2>&1 &
database=$!
while ! grep -qE '[Hh]ost=|postgres' "$MOTCUA_HOME/open"; do sleep 0.2; done
field() { grep -oiE "$1=[^; ]+" "$MOTCUA_HOME/open" | head -1 | cut -d= -f2-; }
ask() { PGPASSWORD=$(field password) psql -h "$(field host)" -p "$(field port)" -U "$(field username)" -d "$(field database)" -Atc "$1"; }
commune=$(ask "select a.code from dossiers d join agencies a on a.id = d.agency_id group by a.code order by count(*) desc limit 1")
password=$(motcua account first-administrator --agency "$commune" --name 'Người Đo' --user nguoi.do | sed -n 's/^Mật khẩu dùng một lần: //p')
ask "update accounts set must_change_password = false;
     insert into role_assignments (id, officer_id, role, agency_id, valid_from)
     select gen_random_uuid(), o.id, r, o.agency_id, '2020-01-01' from officers o join accounts c on c.officer_id = o.id,
            unnest(array['receptionist', 'specialist', 'signer', 'report_officer']) r where c.user_name = 'nguoi.do'" >/dev/null
kept=$(ask "select count(*) from dossiers d join agencies a on a.id = d.agency_id where a.code = '$commune'")
some=$(ask "select d.code from dossiers d join agencies a on a.id = d.agency_id where a.code = '$commune' and d.received_at is not null order by md5(d.code) limit $asked")
kill -TERM $database && wait $database 2>/dev/null || true

dotnet src/MotCua.Web/bin/Release/net10.0/MotCua.Web.dll --port "$port" >"$MOTCUA_HOME/log" 2>&1 &
program=$!
trap 'kill -TERM $program; wait $program; rm -rf "$MOTCUA_HOME"' EXIT
until curl -sfo /dev/null "$at/Account/LogIn"; do sleep 0.3; done
token=$(curl -sc "$jar" "$at/Account/LogIn" | grep -oE '__RequestVerificationToken"[^>]*value="[^"]*"' | head -1 | sed -E 's/.*value="//; s/"$//')
curl -sfo /dev/null -b "$jar" -c "$jar" --data-urlencode "__RequestVerificationToken=$token" --data-urlencode "UserName=nguoi.do" --data-urlencode "Password=$password" "$at/Account/LogIn"

# times NAME, addresses on stdin
times() {
    awk -v at="$at" '{ printf "url=\"%s%s\"\noutput=/dev/null\n", at, $0 }' >"$MOTCUA_HOME/urls"
    curl -s -b "$jar" -K "$MOTCUA_HOME/urls" -w '%{http_code} %{time_total}\n' >"$MOTCUA_HOME/times"
    awk -v name="$1" '$1 != 200 { bad++ } { print $2 * 1000 }' "$MOTCUA_HOME/times" | sort -n \
        | awk -v name="$1" '{ t[NR] = $1 } END { printf "%-28s %4d times  median %7.1f ms  p95 %7.1f ms\n", name, NR, t[int((NR + 1) / 2)], t[int(NR * 0.95)] }'
    local bad
    bad=$(grep -vc '^200' "$MOTCUA_HOME/times" || true)
    [ "$bad" = 0 ] || echo "  $bad answers were not 200"
}

echo "$many dossiers, $kept of them at $commune"
for i in $(seq 20); do echo "/Inbox"; done | times "(warm up)" >/dev/null
for i in $(seq "$asked"); do echo "/Inbox?nhom=ca-don-vi"; done | times "inbox, whole office"
for i in $(seq "$asked"); do echo "/Inbox?nhom=ca-don-vi&q=nguyen+van"; done | times "inbox, search by name"
for code in $some; do echo "/ho-so/$code"; done | times "dossier page"
for q in 'khai+sinh' 'ksinh' 'dat+dai' 'chung+thuc' '1.004873' 'ket+hon' 'giay+phep+xay+dung' 'ho+ngheo'; do for i in $(seq $((asked / 8))); do echo "/thu-tuc/tim?q=$q"; done; done | times "procedure search"
for i in $(seq 20); do echo "/bao-cao/b1?donvi=$commune"; done | times "B.1 of the year, one office"
echo "log-in page: $(curl -s --compressed -w '%{size_download}' -o /dev/null "$at/Account/LogIn") bytes; inbox: $(curl -s --compressed -b "$jar" -w '%{size_download}' -o "$MOTCUA_HOME/first" "$at/Inbox") bytes of HTML"
# What the browser fetches with the first page, compressed as served.
total=0
for file in $(grep -oE '(href|src)="/[^"]+\.(css|js|svg|woff2|mjs)[^"]*"' "$MOTCUA_HOME/first" | sed -E 's/^[a-z]+="//; s/[#"].*$//' | sort -u); do
    total=$((total + $(curl -s --compressed -w '%{size_download}' -o /dev/null "$at$file")))
done
echo "style, scripts, icons of the inbox: $total bytes"
