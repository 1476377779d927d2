// The Azure edition in one subscription: one resource group with everything the pipeline needs.
targetScope = 'subscription'

@minLength(1)
@maxLength(18)
@description('Name of the environment, such as "dev" or "prod-hanoi". Every name derives from it.')
param environmentName string

@description('Region. No Azure region lies in Viet Nam: whatever is stored here leaves the country. Ask who may decide that before choosing one (docs/deploy.md).')
@metadata({
  azd: {
    type: 'location'
  }
})
param location string

@allowed([
  'documentIntelligence'
  'server'
  'both'
  'elsewhere'
])
@description('Who reads pages: Azure AI Document Intelligence (which looks for no seals, so that no dossier on paper is ever complete), the layout server as a container, both, or a layout server elsewhere, such as one in the country.')
param layoutChoice string = 'server'

@description('The layout server\'s image, made by the preprovision hook. Needed for "server" and "both".')
param layoutImage string = ''

@description('Address of the layout server for "elsewhere"; its key is the secret layout-key of the key vault.')
param layoutEndpoint string = ''

@description('Version of the layout engine. Another value reads every page again.')
param layoutVersion string

@description('Most replicas of the layout server. More than one share their operations on a file share.')
@minValue(1)
@maxValue(30)
param layoutReplicas int = 1

@allowed([
  'communicationServices'
  'smtp'
])
@description('How e-mails leave.')
param mailChoice string = 'communicationServices'

@description('Own domain for e-mails; empty for a domain that Azure manages, which sends few mails an hour and is for trying it only.')
param mailDomain string = ''

@description('True once the DNS records of the own domain were verified; mails wait in the outbox until then.')
param mailDomainVerified bool = false

@description('Local part of the sender\'s address.')
param mailUser string = 'no-reply'

@description('Sender\'s name.')
param mailName string = 'Hệ thống kiểm tra hồ sơ học tập'

@description('SMTP server for "smtp"; its password is the secret smtp-password of the key vault.')
param smtpHost string = ''

@description('Port of the SMTP server; STARTTLS is insisted on.')
param smtpPort int = 587

@description('User of the SMTP server.')
param smtpUser string = ''

@description('Address that people reach the app at; empty for its azurewebsites.net name.')
param publicUrl string = ''

@description('Client id of the Entra ID application that people sign in with; empty for access keys alone.')
param entraClientId string = ''

@description('Put a folder "roots" with root certificates into the package (property LearningSocietyTrustedRoots) and trust digital signatures by it.')
param trustedRoots bool = false

@description('Storage, key vault and Document Intelligence behind private endpoints.')
param networkIsolation bool = false

@description('False: the app itself answers inside the network only. Event Grid cannot reach it then; a timer looks for files every minute instead.')
param publicWeb bool = true

@description('Redundancy of the storage accounts.')
param storageSku string

@description('Days in which an original cannot be changed or finally deleted.')
@minValue(1)
param originalsKeptDays int

@description('Days in which what was deleted or overwritten can be brought back.')
@minValue(1)
@maxValue(365)
param deletedKeptDays int

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logKeptDays int

@description('Most instances of the app.')
@minValue(40)
@maxValue(1000)
param maximumInstances int

@description('Memory of an instance, MB.')
@allowed([
  512
  2048
  4096
])
param instanceMemory int = 2048

@description('Instances of the durable group that are always there.')
@minValue(0)
param alwaysReady int = 1

@description('Seconds without a new file after which a dossier closes by itself.')
param quietPeriodSeconds int = 60

@description('Largest file, bytes.')
param maxFileBytes int = 52428800

@description('Most pages of a file.')
param maxPages int = 300

@description('Most files of a dossier.')
param maxFiles int = 100

@description('Who is told of alerts and of the budget.')
param alertAddress string

@description('Budget of a month, in the currency of the subscription.')
@minValue(1)
param budgetAmount int

@description('First month of the budget, yyyy-MM-01; fixed once it is made.')
param budgetStart string = utcNow('yyyy-MM-01')

@description('Unit that pays, for cost reports.')
param costCentre string

@description('Person or unit that answers for the environment.')
param owner string

var suffix = take(uniqueString(subscription().id, environmentName, location), 8)
var stem = 'ls-${environmentName}'
var tags = {
  'azd-env-name': environmentName
  application: 'learning-society'
  costCentre: costCentre
  owner: owner
  dataClass: 'personal'
}

// Names stand here, not in outputs of modules: what a deployment would change can be told before it runs.
var names = {
  appIdentity: 'id-${stem}-app'
  layoutIdentity: 'id-${stem}-layout'
  insights: 'appi-${stem}'
  appStorage: 'stlsapp${suffix}'
  packages: 'deployments'
  deadLetters: 'undelivered'
  dataStorage: 'stlsdata${suffix}'
  vault: 'kv-ls-${suffix}'
  intelligence: 'di-${stem}-${suffix}'
  registry: 'crls${suffix}'
  email: 'acse-${stem}-${suffix}'
  communication: 'acs-${stem}-${suffix}'
}

var hasServer = layoutChoice == 'server' || layoutChoice == 'both'
var hasIntelligence = layoutChoice == 'documentIntelligence' || layoutChoice == 'both'
var hasSecrets = layoutChoice == 'elsewhere' || mailChoice == 'smtp'
var hasNetwork = networkIsolation || hasServer || !publicWeb

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${stem}'
  location: location
  tags: tags
}

module identities 'modules/identities.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    appName: names.appIdentity
    layoutName: names.layoutIdentity
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    stem: stem
    insightsName: names.insights
    keptDays: logKeptDays
    alertAddress: alertAddress
  }
}

module network 'modules/network.bicep' = if (hasNetwork) {
  scope: group
  params: {
    location: location
    tags: tags
    stem: stem
  }
}

module appStorage 'modules/app-storage.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: names.appStorage
    sku: storageSku
    isolated: networkIsolation
    packageContainer: names.packages
    deadLetterContainer: names.deadLetters
    workspaceId: monitoring.outputs.workspaceId
  }
}

module dataStorage 'modules/data-storage.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: names.dataStorage
    sku: storageSku
    isolated: networkIsolation
    originalsKeptDays: originalsKeptDays
    deletedKeptDays: deletedKeptDays
    workspaceId: monitoring.outputs.workspaceId
  }
}

module secrets 'modules/key-vault.bicep' = if (hasSecrets) {
  scope: group
  params: {
    location: location
    tags: tags
    name: names.vault
    isolated: networkIsolation
    workspaceId: monitoring.outputs.workspaceId
  }
}

module intelligence 'modules/document-intelligence.bicep' = if (hasIntelligence) {
  scope: group
  params: {
    location: location
    tags: tags
    name: names.intelligence
    isolated: networkIsolation
    workspaceId: monitoring.outputs.workspaceId
  }
}

module registry 'modules/registry.bicep' = if (hasServer) {
  scope: group
  params: {
    location: location
    tags: tags
    name: names.registry
  }
}

module layoutServer 'modules/layout-server.bicep' = if (hasServer) {
  scope: group
  params: {
    location: location
    tags: tags
    stem: stem
    suffix: suffix
    image: layoutImage
    registryServer: hasServer ? registry!.outputs.server : ''
    identityId: identities.outputs.layoutId
    replicas: layoutReplicas
    networkId: hasNetwork ? network!.outputs.id : ''
    subnetId: hasNetwork ? network!.outputs.layoutSubnetId : ''
    endpointSubnetId: hasNetwork ? network!.outputs.endpointSubnetId : ''
    fileZoneId: hasNetwork ? network!.outputs.fileZoneId : ''
    workspaceId: monitoring.outputs.workspaceId
  }
  dependsOn: [
    registryRoles
  ]
}

module mail 'modules/mail.bicep' = if (mailChoice == 'communicationServices') {
  scope: group
  params: {
    tags: tags
    emailName: names.email
    communicationName: names.communication
    domain: mailDomain
    domainVerified: mailDomainVerified
    user: mailUser
    displayName: mailName
    workspaceId: monitoring.outputs.workspaceId
  }
}

module storageRoles 'modules/storage-roles.bicep' = {
  scope: group
  params: {
    appStorageName: names.appStorage
    dataStorageName: names.dataStorage
    identityName: names.appIdentity
  }
  dependsOn: [
    identities
    appStorage
    dataStorage
  ]
}

module serviceRoles 'modules/service-roles.bicep' = {
  scope: group
  params: {
    identityName: names.appIdentity
    insightsName: names.insights
    intelligenceName: hasIntelligence ? names.intelligence : ''
    communicationName: mailChoice == 'communicationServices' ? names.communication : ''
    vaultName: hasSecrets ? names.vault : ''
  }
  dependsOn: [
    identities
    monitoring
    intelligence
    mail
    secrets
  ]
}

module registryRoles 'modules/registry-roles.bicep' = if (hasServer) {
  scope: group
  params: {
    registryName: names.registry
    identityName: names.layoutIdentity
  }
  dependsOn: [
    identities
    registry
  ]
}

module app 'modules/function-app.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    stem: stem
    suffix: suffix
    identityId: identities.outputs.appId
    identityClientId: identities.outputs.appClientId
    appStorageName: names.appStorage
    packageContainer: names.packages
    dataStorageName: names.dataStorage
    insightsConnection: monitoring.outputs.insightsConnection
    workspaceId: monitoring.outputs.workspaceId
    layoutEndpoint: layoutChoice == 'server' ? layoutServer!.outputs.endpoint : layoutChoice == 'elsewhere' ? layoutEndpoint : intelligence!.outputs.endpoint
    layoutKey: layoutChoice == 'elsewhere' ? secrets!.outputs.layoutKeyReference : ''
    layoutVersion: layoutVersion
    sealEndpoint: hasServer ? layoutServer!.outputs.endpoint : layoutChoice == 'elsewhere' ? layoutEndpoint : ''
    mailEndpoint: mailChoice == 'communicationServices' ? mail!.outputs.endpoint : ''
    mailFrom: mailChoice == 'communicationServices' ? mail!.outputs.sender : '${mailUser}@${mailDomain}'
    mailName: mailName
    smtpHost: mailChoice == 'smtp' ? smtpHost : ''
    smtpPort: smtpPort
    smtpUser: smtpUser
    smtpPassword: mailChoice == 'smtp' ? secrets!.outputs.smtpPasswordReference : ''
    publicUrl: publicUrl
    entraClientId: entraClientId
    trustedRoots: trustedRoots
    quietPeriodSeconds: quietPeriodSeconds
    maxFileBytes: maxFileBytes
    maxPages: maxPages
    maxFiles: maxFiles
    maximumInstances: maximumInstances
    instanceMemory: instanceMemory
    alwaysReady: alwaysReady
    publicWeb: publicWeb
    subnetId: hasNetwork ? network!.outputs.appSubnetId : ''
  }
  dependsOn: [
    storageRoles
    serviceRoles
  ]
}

module endpoints 'modules/private-endpoints.bicep' = if (networkIsolation || !publicWeb) {
  scope: group
  params: {
    location: location
    tags: tags
    subnetId: hasNetwork ? network!.outputs.endpointSubnetId : ''
    zoneIds: hasNetwork ? network!.outputs.zoneIds : {}
    targets: concat(
      networkIsolation
        ? [
            { name: 'app-blob', zone: 'blob', group: 'blob', id: appStorage.outputs.id }
            { name: 'app-queue', zone: 'queue', group: 'queue', id: appStorage.outputs.id }
            { name: 'app-table', zone: 'table', group: 'table', id: appStorage.outputs.id }
            { name: 'data-blob', zone: 'blob', group: 'blob', id: dataStorage.outputs.id }
            { name: 'data-queue', zone: 'queue', group: 'queue', id: dataStorage.outputs.id }
            { name: 'data-table', zone: 'table', group: 'table', id: dataStorage.outputs.id }
          ]
        : [],
      networkIsolation && hasSecrets ? [{ name: 'vault', zone: 'vault', group: 'vault', id: secrets!.outputs.id }] : [],
      networkIsolation && hasIntelligence ? [{ name: 'layout', zone: 'cognitive', group: 'account', id: intelligence!.outputs.id }] : [],
      publicWeb ? [] : [{ name: 'web', zone: 'web', group: 'sites', id: app.outputs.id }]
    )
  }
}

module events 'modules/events.bicep' = if (publicWeb) {
  scope: group
  params: {
    location: location
    tags: tags
    stem: stem
    dataStorageId: dataStorage.outputs.id
    appStorageName: names.appStorage
    deadLetterContainer: names.deadLetters
    workspaceId: monitoring.outputs.workspaceId
  }
  dependsOn: [
    appStorage
  ]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    stem: stem
    actionGroupId: monitoring.outputs.actionGroupId
    workspaceId: monitoring.outputs.workspaceId
    measuredIds: {
      insights: monitoring.outputs.insightsId
      appStorage: appStorage.outputs.id
      dataStorage: dataStorage.outputs.id
      topic: publicWeb ? events!.outputs.topicId : ''
      intelligence: hasIntelligence ? intelligence!.outputs.id : ''
      layoutServer: hasServer ? layoutServer!.outputs.id : ''
    }
    hasTopic: publicWeb
    hasIntelligence: hasIntelligence
    hasServer: hasServer
    hasMail: mailChoice == 'communicationServices'
  }
}

module workbook 'modules/workbook.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    stem: stem
    workspaceId: monitoring.outputs.workspaceId
  }
}

module budget 'modules/budget.bicep' = {
  scope: group
  params: {
    stem: stem
    amount: budgetAmount
    start: budgetStart
    alertAddress: alertAddress
  }
}

@description('Read by azd: the resource group that it deploys to.')
output AZURE_RESOURCE_GROUP string = group.name

@description('The function app.')
output FUNCTION_APP_NAME string = app.outputs.name

@description('The app\'s address, also for the identity provider\'s reply address.')
output APP_URL string = app.outputs.url

@description('Tables of the data account: where the first access key is written to.')
output DATA_TABLE_URI string = dataStorage.outputs.tableUri

@description('The data account.')
output DATA_STORAGE_NAME string = names.dataStorage

@description('The system topic that the postdeploy hook subscribes to; empty when Event Grid cannot reach the app.')
output EVENT_TOPIC_NAME string = publicWeb ? events!.outputs.topicName : ''

@description('Where undelivered events go.')
output DEAD_LETTER_STORAGE_ID string = appStorage.outputs.id

@description('The container of undelivered events.')
output DEAD_LETTER_CONTAINER string = names.deadLetters

@description('DNS records that the mail domain needs before it can send; empty for a managed domain.')
output MAIL_DNS_RECORDS object = mailChoice == 'communicationServices' ? mail!.outputs.dnsRecords : {}
