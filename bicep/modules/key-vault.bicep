// For the two secrets that no identity replaces: the key of a layout server elsewhere, and the password of an SMTP server.
param location string
param tags object
param name string
param isolated bool
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
    publicNetworkAccess: isolated ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: isolated ? 'Deny' : 'Allow'
      bypass: 'AzureServices'
    }
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
  }
}

output id string = vault.id
// References, not values: whoever operates the vault writes the values there.
#disable-next-line outputs-should-not-contain-secrets
output layoutKeyReference string = '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=layout-key)'
#disable-next-line outputs-should-not-contain-secrets
output smtpPasswordReference string = '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=smtp-password)'
