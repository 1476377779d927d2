// Who the app and the layout server are to the services they use. No service of this deployment takes a key from them.
param location string
param tags object
param stem string

resource app 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${stem}-app'
  location: location
  tags: tags
}

resource layout 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${stem}-layout'
  location: location
  tags: tags
}

output appId string = app.id
output appClientId string = app.properties.clientId
output appPrincipalId string = app.properties.principalId
output layoutId string = layout.id
output layoutPrincipalId string = layout.properties.principalId
