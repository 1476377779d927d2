#!/bin/sh
# After the app: Event Grid is told to call it. The host makes the key of its webhook when it first starts, so this may take a few tries.
set -eu
cd "$(dirname "$0")/../.."

if [ -z "${EVENT_TOPIC_NAME:-}" ]; then
  echo "Event Grid cannot reach this app; its timer looks for files every minute."
  exit 0
fi

try=1
until curl --silent --fail --output /dev/null --max-time 60 "${APP_URL}api/health" \
  && az deployment group create --only-show-errors --output none \
    --resource-group "$AZURE_RESOURCE_GROUP" --name event-subscriptions --template-file bicep/event-subscriptions.bicep \
    --parameters functionAppName="$FUNCTION_APP_NAME" topicName="$EVENT_TOPIC_NAME" \
    deadLetterStorageId="$DEAD_LETTER_STORAGE_ID" deadLetterContainer="$DEAD_LETTER_CONTAINER"; do
  [ "$try" -lt 10 ] || {
    echo "Event Grid could not be subscribed. Files are taken by the timer every minute; run 'azd hooks run postdeploy' again when the app answers." >&2
    exit 1
  }
  echo "The app is not ready yet ($try of 10)"
  try=$((try + 1))
  sleep 30
done
echo "Event Grid calls $APP_URL for new files."
