#!/usr/bin/env bash
# Installs this checkout's version on this server, or updates to it: builds, places it beside the versions before, switches over, and
# switches back when it does not answer. Settings that are there already stay. Run as root: infra/on-premises/install.sh HOST
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
host=${1:?Name the server as people will call it, such as learning.example.vn.}
[ "$(id -u)" -eq 0 ] || { echo "This makes users and services: run it as root." >&2; exit 1; }

for program in dotnet node; do
  [ -x "/usr/bin/$program" ] || { echo "The services start /usr/bin/$program: install it there, or link it." >&2; exit 1; }
done

place=/opt/learning-society
settings=/etc/learning-society
version=$(git describe --tags --always --dirty)-$(date -u +%Y%m%d%H%M%S)
target="$place/releases/$version"

. infra/setup/setup.sh
mkdir -p "$RUN_DIR"
set_up_to_run

echo "Building $version"
install -d -m 0755 "$target" "$settings" /var/lib/learning-society
install -d -m 0700 /var/backups/learning-society
dotnet publish functions/App -c Release -o "$target/app" -nologo -v quiet
dotnet publish infra/layout -c Release -o "$target/layout" -nologo -v quiet
mkdir -p "$target/storage" && cp infra/setup/azurite/package*.json "$target/storage/"
npm ci --ignore-scripts --no-audit --no-fund --prefix "$target/storage" >/dev/null
mkdir -p "$target/on-premises" && cp infra/on-premises/*.sh "$target/on-premises/"
chmod -R go-w "$target"

for user in storage layout app; do
  id "learning-$user" >/dev/null 2>&1 || useradd --system --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin "learning-$user"
done

# Secrets are made once and known to this server alone.
secret() { openssl rand -base64 64 | tr -d '\n'; }
if [ ! -e "$settings/app.env" ]; then
  storage_key=$(secret) layout_key=$(openssl rand -hex 32)
  connection="DefaultEndpointsProtocol=http;AccountName=learning;AccountKey=$storage_key;BlobEndpoint=http://127.0.0.1:10000/learning;QueueEndpoint=http://127.0.0.1:10001/learning;TableEndpoint=http://127.0.0.1:10002/learning;"
  for name in storage layout app; do
    sed -e "s|@STORAGE_KEY@|$storage_key|g; s|@LAYOUT_KEY@|$layout_key|g; s|@CONNECTION@|$connection|g; s|@HOST@|$host|g" "infra/on-premises/settings/$name.env" > "$settings/$name.env"
    chown root:root "$settings/$name.env" && chmod 0600 "$settings/$name.env"
  done
fi
# Pages are read again only when the engine is another.
engine=$(sha256sum "$target/layout/LearningSociety.Layout.dll" | cut -c 1-12)
sed -i -E "s|^(LearningSociety__Layout__Version=).*|\1\"$engine\"|" "$settings/app.env"

install -m 0644 infra/on-premises/units/* /etc/systemd/system/
install -D -m 0644 "infra/on-premises/settings/journald@learning-society.conf" "/etc/systemd/journald@learning-society.conf"
systemctl daemon-reload

before=$(readlink -f "$place/current" 2>/dev/null || true)
switch() { ln -sfn "$1" "$place/next" && mv -T "$place/next" "$place/current" && systemctl restart learning-society-storage learning-society-layout learning-society-app; }
answers() { for _ in $(seq 60); do curl -fsS --max-time 5 http://127.0.0.1:7071/api/health >/dev/null 2>&1 && return 0; sleep 1; done; return 1; }

[ -z "$before" ] || systemctl start learning-society-backup.service
switch "$target"
if ! answers; then
  echo "The new version does not answer: journalctl --namespace=learning-society -n 100" >&2
  [ -z "$before" ] || { switch "$before"; answers && echo "The version before runs again." >&2; }
  exit 1
fi
systemctl enable --now learning-society.target learning-society-backup.timer
ls -1dt "$place"/releases/* | tail -n +4 | xargs -r rm -rf
echo "$version runs. Next: the reverse proxy (infra/on-premises/settings/nginx.conf) and a first key (infra/on-premises/key.sh --role administrator)."
