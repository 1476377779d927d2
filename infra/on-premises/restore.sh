#!/usr/bin/env bash
# Puts a backup back: restore.sh ARCHIVE. What is there now is moved aside, not deleted. restore.sh --check ARCHIVE only reads it through.
set -euo pipefail
data=${LEARNING_SOCIETY_DATA:-/var/lib/learning-society}
settings=${LEARNING_SOCIETY_SETTINGS:-/etc/learning-society}
pause=${LEARNING_SOCIETY_PAUSE:-systemctl stop learning-society-app learning-society-layout learning-society-storage}
resume=${LEARNING_SOCIETY_RESUME:-systemctl start learning-society-layout learning-society-app}

check=no
if [ "${1:-}" = --check ]; then check=yes; shift; fi
archive=$(readlink -f "${1:?Name the archive to restore.}")
(cd "$(dirname "$archive")" && sha256sum --check --status "$(basename "$archive").sha256") || {
  echo "$archive is not what was written (or its .sha256 is missing): take another." >&2
  exit 1
}
tar --list --gzip --file "$archive" >/dev/null
[ "$check" = no ] || { echo "$archive is whole."; exit 0; }

umask 027
unpacked=$(mktemp -d "$(dirname "$data")/.restore.XXXXXX")
trap 'rm -rf "$unpacked"' EXIT
tar --extract --gzip --same-owner --same-permissions --file "$archive" --directory "$unpacked"
[ -d "$unpacked/data" ] || { echo "$archive holds no data." >&2; exit 1; }

aside="$data.before-$(date -u +%Y%m%dT%H%M%SZ)"
$pause
mkdir -p "$data" "$settings" "$aside"
find "$data" -mindepth 1 -maxdepth 1 -exec mv -t "$aside" {} +
find "$unpacked/data" -mindepth 1 -maxdepth 1 -exec mv -t "$data" {} +
# Keys of the storage are in the settings: both belong together.
if [ -d "$unpacked/settings" ]; then
  mkdir -p "$aside/settings"
  find "$settings" -maxdepth 1 -name '*.env' -exec cp -p -t "$aside/settings" {} +
  cp -p "$unpacked"/settings/*.env "$settings/"
fi
$resume
echo "Restored from $archive. What was there before: $aside"
