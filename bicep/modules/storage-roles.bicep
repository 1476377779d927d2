// What the app may do in its two accounts.
param appStorageName string
param dataStorageName string
param identityName string

var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var queueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

// The host asks for ownership of its blobs; its queues and tables are the task hub of Durable Functions.
var forHost = [
  blobDataOwner
  queueDataContributor
  tableDataContributor
]

// The queue takes what the blob trigger gave up on.
var forData = [
  blobDataContributor
  queueDataContributor
  tableDataContributor
]

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource appStorage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: appStorageName
}

resource dataStorage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: dataStorageName
}

resource host 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in forHost: {
    scope: appStorage
    name: guid(appStorage.id, identity.id, role)
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource data 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in forData: {
    scope: dataStorage
    name: guid(dataStorage.id, identity.id, role)
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]
