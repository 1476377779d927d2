// One page with how dossiers flow: arrivals, times, what waits, what failed, what it read.
param location string
param tags object
param stem string
param workspaceId string

resource page 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, stem, 'workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Learning society: dossiers'
    category: 'workbook'
    sourceId: workspaceId
    serializedData: loadTextContent('workbook.json')
  }
}
