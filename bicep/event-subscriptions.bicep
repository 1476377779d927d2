// Run by the postdeploy hook: the host makes the key of its blob webhook when it first starts with the app.
// The key is read here and goes nowhere else.
param functionAppName string
param topicName string
param deadLetterStorageId string
param deadLetterContainer string

// Each blob trigger with the container that it watches.
var triggers = [
  {
    function: 'TakeIncomingFile'
    container: 'incoming'
  }
  {
    function: 'WakeDossier'
    container: 'wake'
  }
]

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: functionAppName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource subscriptions 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = [
  for trigger in triggers: {
    parent: topic
    name: 'evgs-${trigger.container}'
    properties: {
      eventDeliverySchema: 'EventGridSchema'
      destination: {
        endpointType: 'WebHook'
        properties: {
          endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${trigger.function}&code=${listKeys('${app.id}/host/default', '2025-03-01').systemKeys.blobs_extension}'
          maxEventsPerBatch: 1
          minimumTlsVersionAllowed: '1.2'
        }
      }
      filter: {
        includedEventTypes: [
          'Microsoft.Storage.BlobCreated'
        ]
        subjectBeginsWith: '/blobServices/default/containers/${trigger.container}/blobs/'
        enableAdvancedFilteringOnArrays: true
        // A blob counts when it is whole: the flush of a Data Lake upload closes it, its creation does not.
        advancedFilters: [
          {
            operatorType: 'StringIn'
            key: 'data.api'
            values: [
              'PutBlob'
              'PutBlockList'
              'FlushWithClose'
              'CopyBlob'
            ]
          }
        ]
      }
      retryPolicy: {
        maxDeliveryAttempts: 30
        eventTimeToLiveInMinutes: 1440
      }
      deadLetterWithResourceIdentity: {
        identity: {
          type: 'SystemAssigned'
        }
        deadLetterDestination: {
          endpointType: 'StorageBlob'
          properties: {
            resourceId: deadLetterStorageId
            blobContainerName: deadLetterContainer
          }
        }
      }
    }
  }
]
