#!/usr/bin/env bash
# Sets up what is missing, builds what is not current, and hands over to the program in infra/cli.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
CALLED_FROM=${OLDPWD:-$PWD}
. infra/setup/setup.sh

prepare() {
  set_up_to_run
  need_build run infra/cli functions infra
  need_build layout infra/layout infra/layout
}

mkdir -p "$RUN_DIR"
with_lock prepare
export LEARNINGSOCIETY_CALLED_FROM="$CALLED_FROM"
exec dotnet "infra/cli/bin/Embedded/$CONFIGURATION/net10.0/LearningSociety.Cli.dll" "$@"
