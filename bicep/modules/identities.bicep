// Who the app and the layout server are to the services they use. No service of this deployment takes a key from them.
param location string
param tags object
param appName string
param layoutName string

resource app 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: appName
  location: location
  tags: tags
}

resource layout 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: layoutName
  location: location
  tags: tags
}

output appId string = app.id
output appClientId string = app.properties.clientId
output layoutId string = layout.id
