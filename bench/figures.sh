#!/usr/bin/env bash
# How long B.1 takes on N made-up dossiers (1,000,000 unless told) for one commune and for the whole province, a row an agency; the start
# of the program included. Then every figure is compared with the length of its list. On a private cluster in a temporary folder.
# bench/figures.sh [N] [communes]
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh
many=${1:-1000000} communes=${2:-120}
MOTCUA_HOME=$(mktemp -d)
export MOTCUA_HOME
chmod 755 "$MOTCUA_HOME"
build src/MotCua.Cli built-MotCua.Cli -p:RunAnalyzers=false
motcua() { dotnet src/MotCua.Cli/bin/Release/net10.0/motcua.dll "$@"; }
seconds() { local from; from=$(date +%s.%N); "$@" >"$MOTCUA_HOME/out"; awk -v a="$from" -v b="$(date +%s.%N)" 'BEGIN { printf "%.2f", b - a }'; }

echo "demo --dossiers $many --agencies $communes: $(seconds motcua demo --dossiers "$many" --agencies "$communes" --seed 1) s"
dotnet src/MotCua.Cli/bin/Release/net10.0/motcua.dll database open >"$MOTCUA_HOME/open" 2>&1 &
database=$!
trap 'kill -TERM $database 2>/dev/null || true; wait $database 2>/dev/null || true; rm -rf "$MOTCUA_HOME"' EXIT
while ! grep -qsE '[Hh]ost=|postgres' "$MOTCUA_HOME/open"; do sleep 0.2; done
field() { grep -oiE "$1=[^; ]+" "$MOTCUA_HOME/open" | head -1 | cut -d= -f2-; }
ask() { PGPASSWORD=$(field password) psql -h "$(field host)" -p "$(field port)" -U "$(field username)" -d "$(field database)" -Atc "$1"; }
commune=$(ask "select a.code from dossiers d join agencies a on a.id = d.agency_id group by a.code order by count(*) desc limit 1")
top=$(ask "select a.code from agencies a join agency_versions v on v.agency_id = a.id where v.parent_id is null limit 1")
read -r first last <<<"$(ask "select min(received_at)::date, max(received_at)::date from dossiers" | tr '|' ' ')"
year=$(ask "select ('$last'::date - 365)")
echo "$(ask "select count(*) from dossiers") dossiers, $(ask "select count(*) from dossier_events") events from $first to $last; $(ask "select count(*) from dossiers d join agencies a on a.id = d.agency_id where a.code = '$commune'") of them at $commune"
for period in "$year" "$first"; do
    for agency in "$commune" "$top"; do
        for round in first again; do
            echo "B.1 of $agency from $period to $last, $round: $(seconds motcua report b1 --agency "$agency" --from "$period" --to "$last") s, $(grep -oE '"agency": ?"' "$MOTCUA_HOME/out" | wc -l) rows"
        done
    done
done
echo "verify figures of $commune: $(seconds motcua verify figures --agency "$commune" --from "$year" --to "$last") s"
tail -3 "$MOTCUA_HOME/out"
