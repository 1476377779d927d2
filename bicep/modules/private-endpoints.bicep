// A private endpoint with its DNS record for each target.
param location string
param tags object
param subnetId string

@description('Ids of private DNS zones by their short names.')
param zoneIds object

@description('name, zone (short name), group (sub-resource) and id of each target.')
param targets array

resource endpoints 'Microsoft.Network/privateEndpoints@2025-05-01' = [
  for target in targets: {
    name: 'pep-${target.name}'
    location: location
    tags: tags
    properties: {
      subnet: {
        id: subnetId
      }
      privateLinkServiceConnections: [
        {
          name: target.name
          properties: {
            privateLinkServiceId: target.id
            groupIds: [
              target.group
            ]
          }
        }
      ]
    }
  }
]

resource records 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-05-01' = [
  for (target, i) in targets: {
    parent: endpoints[i]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: target.zone
          properties: {
            privateDnsZoneId: zoneIds[target.zone]
          }
        }
      ]
    }
  }
]
