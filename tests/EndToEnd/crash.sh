#!/usr/bin/env bash
# The crash test at full size: 20 dossiers, 20 kills, a seed (the first argument; drawn and said when absent).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export LEARNINGSOCIETY_CRASH_SEED=${1:-$((RANDOM * 32768 + RANDOM))} LEARNINGSOCIETY_CRASH_DOSSIERS=${2:-20} LEARNINGSOCIETY_CRASH_KILLS=${3:-20}
echo "seed $LEARNINGSOCIETY_CRASH_SEED, $LEARNINGSOCIETY_CRASH_DOSSIERS dossiers, $LEARNINGSOCIETY_CRASH_KILLS kills"
exec dotnet run -c Release --project tests/EndToEnd -- -class LearningSociety.EndToEnd.CrashTests
