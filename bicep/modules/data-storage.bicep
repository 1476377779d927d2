// Dossiers: originals, layouts, reports and mails in blobs; records in tables.
param location string
param tags object
param name string
param sku string
param isolated bool
param originalsKeptDays int
param deletedKeptDays int
param workspaceId string

// The app makes these by itself too; they stand here so that rules and roles have something to hold on to.
var containerNames = [
  'incoming'
  'work'
  'reports'
  'outbox'
  'quarantine'
  'registers'
  'wake'
]

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    networkAcls: {
      defaultAction: isolated ? 'Deny' : 'Allow'
      bypass: 'AzureServices'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: {
      enabled: true
      days: deletedKeptDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: deletedKeptDays
    }
  }
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = [
  for container in containerNames: {
    parent: blobs
    name: container
    properties: {
      publicAccess: 'None'
    }
  }
]

resource originals 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: 'originals'
  properties: {
    publicAccess: 'None'
    immutableStorageWithVersioning: {
      enabled: true
    }
  }
}

// For each version, and unlocked: a document with a secrecy stamp must be expunged, which docs/deploy.md says how; a locked policy would forbid it.
resource unchanged 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-06-01' = {
  parent: originals
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: originalsKeptDays
  }
}

// Not to the archive tier: a reviewer opens an original at once, also years later.
resource tiers 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'cooler'
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              prefixMatch: [
                'originals/'
                'reports/'
                'outbox/'
              ]
            }
            actions: {
              baseBlob: {
                tierToCool: {
                  daysAfterModificationGreaterThan: 60
                }
                tierToCold: {
                  daysAfterModificationGreaterThan: 180
                }
              }
            }
          }
        }
        {
          name: 'made-again'
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              // These alone: manifests of revisions lie in "work" too, and must never go.
              prefixMatch: [
                'work/layouts/'
                'work/signatures/'
              ]
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: 365
                }
              }
            }
          }
        }
        {
          name: 'earlier-versions'
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              prefixMatch: [
                'incoming/'
                'wake/'
                'work/'
                'reports/'
                'outbox/'
                'quarantine/'
              ]
            }
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: deletedKeptDays
                }
              }
            }
          }
        }
      ]
    }
  }
  dependsOn: [
    originals
    containers
  ]
}

// Who read, wrote and deleted what: these are personal data.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: blobs
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'Transaction'
        enabled: true
      }
    ]
  }
}

output id string = account.id
output tableUri string = account.properties.primaryEndpoints.table
