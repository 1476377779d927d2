#!/usr/bin/env bash
# An access key for the installed app, shown once: infra/on-premises/key.sh --role office --office thcs-an-phu. Run as root, who alone reads the settings.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
DataStorage=$(sed -n 's/^DataStorage="\(.*\)"$/\1/p' "${LEARNING_SOCIETY_SETTINGS:-/etc/learning-society}/app.env")
export DataStorage
exec ./run.sh key --tables DataStorage "$@"
