#!/usr/bin/env bash
# One archive of everything that cannot be made again: dossiers and records, mails, settings. The app and its storage pause for it, so
# that it is of one moment; what comes meanwhile is answered by the proxy with 502 and sent again. Old archives go by age.
set -euo pipefail
data=${LEARNING_SOCIETY_DATA:-/var/lib/learning-society}
settings=${LEARNING_SOCIETY_SETTINGS:-/etc/learning-society}
backups=${LEARNING_SOCIETY_BACKUPS:-/var/backups/learning-society}
kept_days=${LEARNING_SOCIETY_KEPT_DAYS:-30}
pause=${LEARNING_SOCIETY_PAUSE:-systemctl stop learning-society-app learning-society-storage}
resume=${LEARNING_SOCIETY_RESUME:-systemctl start learning-society-app}

umask 077
name="learning-society-$(date -u +%Y%m%dT%H%M%SZ).tar.gz"
part="$backups/.$name.part"
trap 'rm -f "$part"; $resume' EXIT
$pause
# The layout server's work can be done again.
tar --create --file "$part" --exclude='./layout' --transform 's|^\.|data|' --directory "$data" .
(cd "$settings" && find . -maxdepth 1 -name '*.env' -print0) |
  tar --append --file "$part" --transform 's|^\.|settings|' --directory "$settings" --null --files-from -
trap 'rm -f "$part" "$part.gz"' EXIT
$resume

# What cannot be read back is no backup.
gzip "$part"
tar --list --gzip --file "$part.gz" >/dev/null
sync "$part.gz"
mv "$part.gz" "$backups/$name"
(cd "$backups" && sha256sum "$name" > "$name.sha256")
find "$backups" -maxdepth 1 -name 'learning-society-*.tar.gz*' -mtime "+$kept_days" -delete
echo "$backups/$name"
