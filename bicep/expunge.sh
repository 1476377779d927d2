#!/bin/sh
# Finally deletes every version of the blobs whose names begin so, immutable ones too: expunge.sh ACCOUNT CONTAINER PREFIX
# For a document that must not be kept, and before an environment is taken down. Needs "Storage Blob Data Owner" on the account.
set -eu
account=${1:?Name the account.}
container=${2:?Name the container.}
prefix=${3?Give the beginning of the names; empty for all.}
blobs="https://$account.blob.core.windows.net/$container"
tab=$(printf '\t')

encoded() { jq -rn --arg text "$1" '$text | @uri'; }

token=$(az account get-access-token --resource https://storage.azure.com/ --query accessToken --output tsv)
send() { curl --silent --output /dev/null --write-out '%{http_code}' --request DELETE --header "Authorization: Bearer $token" --header 'x-ms-version: 2021-12-02' "$1"; }

found=$(az storage blob list --auth-mode login --only-show-errors --account-name "$account" --container-name "$container" --prefix "$prefix" \
  --include v --num-results '*' --query '[].[name, versionId]' --output tsv)
[ -n "$found" ] || {
  echo "Nothing in $container begins with '$prefix'."
  exit 0
}
if [ "${EXPUNGE:-}" != yes ]; then
  echo "$found" | cut -f 1 | sort | uniq -c
  echo "These versions would be gone for good. To do it: EXPUNGE=yes $0 $account $container '$prefix'" >&2
  exit 1
fi

echo "$found" | while IFS="$tab" read -r name version; do
  blob="$blobs/$(encoded "$name")?versionid=$(encoded "$version")"
  # 404 and 409 here: there is no policy on this version.
  send "$blob&comp=immutabilityPolicies" >/dev/null
  status=$(send "$blob")
  [ "$status" = 202 ] || {
    echo "$name, version $version: answered $status" >&2
    exit 1
  }
done
echo "Gone. Soft delete lets go of the last of it when its days are over, unless it was switched off before."
