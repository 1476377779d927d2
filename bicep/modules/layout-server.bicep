// The layout server as a container that answers inside the network only: it asks for no key, and nobody else is in its network.
param location string
param tags object
param stem string
param suffix string
param image string
param registryServer string
param identityId string
param replicas int
param networkId string
param subnetId string
param endpointSubnetId string
param fileZoneId string
param workspaceId string

var port = 8080
// One replica keeps its operations beside it. Several share them: the one that is asked may not be the one that works.
var isShared = replicas > 1
var shareName = 'operations'

resource environmentOfLayout 'Microsoft.App/managedEnvironments@2025-07-01' = {
  name: 'cae-${stem}'
  location: location
  tags: tags
  properties: {
    vnetConfiguration: {
      internal: true
      infrastructureSubnetId: subnetId
    }
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: environmentOfLayout
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

// The name of the zone is known only after the environment is made.
module dns 'layout-dns.bicep' = {
  params: {
    tags: tags
    stem: stem
    #disable-next-line what-if-short-circuiting // The zone bears the domain that the environment was given.
    domain: environmentOfLayout.properties.defaultDomain
    address: environmentOfLayout.properties.staticIp
    networkId: networkId
  }
}

// NFS, because SMB shares are mounted with an account key only. NFS knows no TLS of its own: the endpoint in the network guards it.
resource files 'Microsoft.Storage/storageAccounts@2025-06-01' = if (isShared) {
  name: 'stlslay${suffix}'
  location: location
  tags: tags
  kind: 'FileStorage'
  sku: {
    name: 'Premium_LRS'
  }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: false
    publicNetworkAccess: 'Disabled'
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'None'
    }
  }
}

resource fileService 'Microsoft.Storage/storageAccounts/fileServices@2025-06-01' = if (isShared) {
  parent: files
  name: 'default'
}

resource share 'Microsoft.Storage/storageAccounts/fileServices/shares@2025-06-01' = if (isShared) {
  parent: fileService
  name: shareName
  properties: {
    enabledProtocols: 'NFS'
    rootSquash: 'NoRootSquash'
    shareQuota: 100
  }
}

resource fileEndpoint 'Microsoft.Network/privateEndpoints@2025-05-01' = if (isShared) {
  name: 'pep-layout-files'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: endpointSubnetId
    }
    privateLinkServiceConnections: [
      {
        name: 'files'
        properties: {
          privateLinkServiceId: files.id
          groupIds: [
            'file'
          ]
        }
      }
    ]
  }
}

resource fileRecord 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-05-01' = if (isShared) {
  parent: fileEndpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: 'file'
        properties: {
          privateDnsZoneId: fileZoneId
        }
      }
    ]
  }
}

resource mount 'Microsoft.App/managedEnvironments/storages@2025-07-01' = if (isShared) {
  parent: environmentOfLayout
  name: shareName
  properties: {
    nfsAzureFile: {
      server: '${files.name}.file.${environment().suffixes.storage}'
      shareName: '/${files.name}/${shareName}'
      accessMode: 'ReadWrite'
    }
  }
  dependsOn: [
    share
    fileRecord
  ]
}

resource server 'Microsoft.App/containerApps@2025-07-01' = {
  name: 'ca-${stem}-layout'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: environmentOfLayout.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        // Beyond the environment, but not beyond the network: the environment is internal.
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
      }
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
    }
    template: {
      terminationGracePeriodSeconds: 300
      containers: [
        {
          name: 'layout'
          image: image
          resources: {
            cpu: json('4.0')
            memory: '8Gi'
          }
          env: [
            {
              name: 'Layout__WorkFolder'
              value: '/work'
            }
            {
              name: 'Layout__SharedFolder'
              value: string(isShared)
            }
            {
              name: 'Layout__QueueLength'
              value: '64'
            }
          ]
          volumeMounts: [
            {
              volumeName: 'work'
              mountPath: '/work'
            }
          ]
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/health'
                port: port
              }
              periodSeconds: 5
              failureThreshold: 30
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/health'
                port: port
              }
              periodSeconds: 30
              timeoutSeconds: 10
              failureThreshold: 6
            }
          ]
        }
      ]
      volumes: [
        isShared
          ? {
              name: 'work'
              storageType: 'NfsAzureFile'
              storageName: shareName
              // What one replica finished must soon be seen by the others.
              mountOptions: 'vers=4.1,actimeo=2'
            }
          : {
              name: 'work'
              storageType: 'EmptyDir'
            }
      ]
      scale: {
        minReplicas: 1
        maxReplicas: replicas
        rules: [
          {
            name: 'busy'
            custom: {
              type: 'cpu'
              metadata: {
                type: 'Utilization'
                value: '60'
              }
            }
          }
        ]
      }
    }
  }
  dependsOn: [
    mount
  ]
}

output id string = server.id
output endpoint string = 'https://${server.properties.configuration.ingress.fqdn}/'
