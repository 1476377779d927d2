#!/bin/sh
# Before the resources: leave to store data abroad, a fixed first month for the budget, and the layout server's image in the registry.
set -eu
cd "$(dirname "$0")/../.."

[ "${DATA_ABROAD_ACCEPTED:-}" = yes ] || {
  echo "No Azure region lies in Viet Nam: personal data of the dossiers will be stored in $AZURE_LOCATION." >&2
  echo "When whoever answers for the data has agreed to that, run once: azd env set DATA_ABROAD_ACCEPTED yes. Otherwise: docs/on-premises.md." >&2
  exit 1
}

[ -n "${BUDGET_START:-}" ] || azd env set BUDGET_START "$(date -u +%Y-%m-01)"

size=${LEARNING_SOCIETY_SIZE:-dev}
choice=${LAYOUT_CHOICE:-$([ "$size" = prod ] && echo both || echo server)}
case "$choice" in
  server | both) ;;
  *) exit 0 ;;
esac

# The sources' hash is the engine's version: pages are read again only when they would be read otherwise.
version=$(git ls-files -s infra/layout Directory.Packages.props | sha256sum | cut -c 1-12)
az deployment sub create --only-show-errors --output none \
  --name "registry-$AZURE_ENV_NAME" --location "$AZURE_LOCATION" --template-file bicep/registry.bicep \
  --parameters environmentName="$AZURE_ENV_NAME" location="$AZURE_LOCATION" owner="$OWNER" costCentre="${COST_CENTRE:-learning-society}"
registry=$(az deployment sub show --name "registry-$AZURE_ENV_NAME" --query properties.outputs.registryName.value --output tsv)
server=$(az deployment sub show --name "registry-$AZURE_ENV_NAME" --query properties.outputs.registryServer.value --output tsv)

if ! az acr repository show --name "$registry" --image "layout:$version" --output none 2>/dev/null; then
  echo "Building the layout server's image $version in the registry"
  az acr build --only-show-errors --registry "$registry" --image "layout:$version" --file infra/layout/Dockerfile .
fi
azd env set LAYOUT_IMAGE "$server/layout:$version"
azd env set LAYOUT_VERSION "$version"
