// Before everything else: the resource group and the registry, so that the layout server's image is there when its container starts.
targetScope = 'subscription'

param environmentName string
param location string
param costCentre string
param owner string

var suffix = take(uniqueString(subscription().id, environmentName, location), 8)
var tags = {
  'azd-env-name': environmentName
  application: 'learning-society'
  costCentre: costCentre
  owner: owner
  dataClass: 'personal'
}

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-ls-${environmentName}'
  location: location
  tags: tags
}

module registry 'modules/registry.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: 'crls${suffix}'
  }
}

output registryName string = registry.outputs.name
output registryServer string = registry.outputs.server
