#!/usr/bin/env bash
# How many deliberate mistakes in MotCua.Calendar the tests notice. Takes an hour or so on one core; the report lies in artifacts/.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=.local/tools
[ -x "$tools/dotnet-stryker" ] || dotnet tool install dotnet-stryker --version 5.1.0 --tool-path "$tools"
export MOTCUA_FEW_RUNS=1
cd bench/CalendarMutation
exec "../../$tools/dotnet-stryker" --output ../../artifacts/mutation "$@"
