#!/usr/bin/env bash
# How many deliberate mistakes the tests notice: scripts/mutate.sh calendar | moves. The clock takes an hour or so on one core; the report lies in artifacts/.
set -euo pipefail
cd "$(dirname "$0")/.."
case ${1:-} in
    calendar) folder=CalendarMutation ;;
    moves) folder=MovesMutation ;;
    *) echo "scripts/mutate.sh calendar | moves" >&2; exit 2 ;;
esac
shift
tools=.local/tools
[ -x "$tools/dotnet-stryker" ] || dotnet tool install dotnet-stryker --version 5.1.0 --tool-path "$tools"
export MOTCUA_FEW_RUNS=1
cd "bench/$folder"
exec "../../$tools/dotnet-stryker" --output "../../artifacts/mutation-$folder" "$@"
