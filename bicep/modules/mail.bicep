// E-mail by Azure Communication Services, sent with the app's identity.
param tags object
param emailName string
param communicationName string
param domain string
param domainVerified bool
param user string
param displayName string
param workspaceId string

var isManaged = empty(domain)
// An own domain can be linked only when its DNS records were verified; until then mails stay in the outbox.
var canSend = isManaged || domainVerified
// Where contents of mails are kept at rest; there is no choice nearer to Viet Nam.
var dataLocation = 'Asia Pacific'

resource email 'Microsoft.Communication/emailServices@2025-09-01' = {
  name: emailName
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
  }
}

resource managed 'Microsoft.Communication/emailServices/domains@2025-09-01' = if (isManaged) {
  parent: email
  name: 'AzureManagedDomain'
  location: 'global'
  tags: tags
  properties: {
    domainManagement: 'AzureManaged'
    userEngagementTracking: 'Disabled'
  }
}

resource own 'Microsoft.Communication/emailServices/domains@2025-09-01' = if (!isManaged) {
  parent: email
  name: isManaged ? 'unused.example' : domain
  location: 'global'
  tags: tags
  properties: {
    domainManagement: 'CustomerManaged'
    userEngagementTracking: 'Disabled'
  }
}

// A managed domain has one sender, DoNotReply, and takes no other.
resource sender 'Microsoft.Communication/emailServices/domains/senderUsernames@2025-09-01' = if (!isManaged && domainVerified) {
  parent: own
  name: user
  properties: {
    username: user
    displayName: displayName
  }
}

resource communication 'Microsoft.Communication/communicationServices@2025-09-01' = {
  name: communicationName
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
    disableLocalAuth: true
    linkedDomains: canSend
      ? [
          isManaged ? managed.id : own.id
        ]
      : []
  }
}

// Whether mails arrived is known here, not at the time of sending.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: communication
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'allLogs'
        enabled: true
      }
    ]
  }
}

output endpoint string = 'https://${communication.properties.hostName}/'
output sender string = isManaged ? 'DoNotReply@${managed!.properties.fromSenderDomain}' : '${user}@${domain}'
output dnsRecords object = isManaged ? {} : own!.properties.verificationRecords
