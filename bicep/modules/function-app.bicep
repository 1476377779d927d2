// The function app on Flex Consumption. Every setting of the product that the Azure edition reads is set here.
param location string
param tags object
param stem string
param suffix string
param identityId string
param identityClientId string
param appStorageName string
param packageContainer string
param dataStorageName string
param insightsConnection string
param workspaceId string
param layoutEndpoint string
param layoutKey string
param layoutVersion string
param sealEndpoint string
param mailEndpoint string
param mailFrom string
param mailName string
param smtpHost string
param smtpPort int
param smtpUser string
@secure()
param smtpPassword string
param publicUrl string
param entraClientId string
param trustedRoots bool
param quietPeriodSeconds int
param maxFileBytes int
param maxPages int
param maxFiles int
param maximumInstances int
param instanceMemory int
param alwaysReady int
param publicWeb bool
param subnetId string

var name = 'func-${stem}-${suffix}'

resource appStorage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: appStorageName
}

resource dataStorage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: dataStorageName
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'asp-${stem}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    publicNetworkAccess: publicWeb ? 'Enabled' : 'Disabled'
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
      ftpsState: 'Disabled'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${appStorage.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstances
        instanceMemoryMB: instanceMemory
        alwaysReady: alwaysReady > 0
          ? [
              {
                name: 'durable'
                instanceCount: alwaysReady
              }
            ]
          : []
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
    }
  }

  // FTP and passwords for deployment stay shut.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }
}

var hostSettings = {
  AzureWebJobsStorage__blobServiceUri: appStorage.properties.primaryEndpoints.blob
  AzureWebJobsStorage__queueServiceUri: appStorage.properties.primaryEndpoints.queue
  AzureWebJobsStorage__tableServiceUri: appStorage.properties.primaryEndpoints.table
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  DataStorage__blobServiceUri: dataStorage.properties.primaryEndpoints.blob
  DataStorage__queueServiceUri: dataStorage.properties.primaryEndpoints.queue
  DataStorage__tableServiceUri: dataStorage.properties.primaryEndpoints.table
  DataStorage__credential: 'managedidentity'
  DataStorage__clientId: identityClientId
  // The app has a page of its own at the root.
  AzureWebJobsDisableHomepage: 'true'
  // As much as the app itself takes: ten of the largest files at once, and their frame.
  FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: string(maxFileBytes * 10 + 1048576)
  // Which identity DefaultAzureCredential takes.
  AZURE_CLIENT_ID: identityClientId
  AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential'
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
}

var productSettings = {
  LearningSociety__Layout__Endpoint: layoutEndpoint
  LearningSociety__Layout__Model: 'prebuilt-layout'
  LearningSociety__Layout__Version: layoutVersion
  LearningSociety__QuietPeriod: string(quietPeriodSeconds)
  LearningSociety__MaxFileBytes: string(maxFileBytes)
  LearningSociety__MaxPages: string(maxPages)
  LearningSociety__MaxFiles: string(maxFiles)
  LearningSociety__Mail__From: mailFrom
  LearningSociety__Mail__FromName: mailName
  // The platform's front end is the one proxy before the app.
  LearningSociety__Access__ForwardedHops: '1'
  LearningSociety__PublicUrl: empty(publicUrl) ? 'https://${app.properties.defaultHostName}/' : publicUrl
}

var layoutKeySettings = empty(layoutKey) ? {} : { LearningSociety__Layout__Key: layoutKey, LearningSociety__Seal__Key: layoutKey }
var sealSettings = empty(sealEndpoint) ? {} : { LearningSociety__Seal__Endpoint: sealEndpoint }
var rootSettings = trustedRoots ? { LearningSociety__TrustedRoots: '/home/site/wwwroot/roots' } : {}
var accessSettings = empty(entraClientId) ? {} : { LearningSociety__Access__EntraId: 'true' }
var serviceMailSettings = empty(mailEndpoint) ? {} : { LearningSociety__Mail__CommunicationEndpoint: mailEndpoint }
var smtpSettings = empty(smtpHost)
  ? {}
  : {
      LearningSociety__Mail__Smtp__Host: smtpHost
      LearningSociety__Mail__Smtp__Port: string(smtpPort)
      LearningSociety__Mail__Smtp__User: smtpUser
      LearningSociety__Mail__Smtp__Password: smtpPassword
      LearningSociety__Mail__Smtp__StartTls: 'true'
    }

resource settings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: union(hostSettings, productSettings, layoutKeySettings, sealSettings, rootSettings, accessSettings, serviceMailSettings, smtpSettings)
}

// Who signs in with Entra ID is known to the app by the platform's headers; who shows a key of the app, or nothing, is let through to the app's own door.
resource signIn 'Microsoft.Web/sites/config@2025-03-01' = if (!empty(entraClientId)) {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: true
    }
    globalValidation: {
      requireAuthentication: false
      unauthenticatedClientAction: 'AllowAnonymous'
      // Event Grid's calls bear the webhook's own key.
      excludedPaths: [
        '/runtime/webhooks/blobs'
      ]
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: entraClientId
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
        validation: {
          allowedAudiences: [
            entraClientId
            'api://${entraClientId}'
          ]
        }
      }
    }
    login: {
      tokenStore: {
        enabled: false
      }
      preserveUrlFragmentsForLogins: false
    }
    httpSettings: {
      requireHttps: true
    }
  }
  dependsOn: [
    settings
  ]
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: app
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AppServiceAuthenticationLogs'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

output id string = app.id
output name string = app.name
output url string = 'https://${app.properties.defaultHostName}/'
