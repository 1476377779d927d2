// What an operator must know of without looking. Each alert says in its description what to do; docs/deploy.md has more.
param location string
param tags object
param stem string
param actionGroupId string
param workspaceId string

@description('Ids of what is measured; empty for what this deployment has not.')
param measuredIds {
  insights: string
  appStorage: string
  dataStorage: string
  topic: string
  intelligence: string
  layoutServer: string
}

// Said beside the ids, which are known only when everything is made: how many alerts there will be is known before.
param hasTopic bool
param hasIntelligence bool
param hasServer bool
param hasMail bool

// Queries over the last while; each row found is one too many.
var searches = [
  {
    name: 'orchestrations-failed'
    severity: 1
    minutes: 15
    description: 'A revision ended by a fault. The sweep starts it again after ten minutes; look whether it ended again.'
    query: 'AppTraces | where Message startswith "Sweep: " and Message has "had ended by a fault"'
  }
  {
    name: 'mails-left'
    severity: 2
    minutes: 30
    description: 'Mails could not be handed over; they stay in the outbox and are tried every five minutes. Look at the mail service and its limits.'
    query: 'AppTraces | where Message startswith "The mail " and Message has "could not be sent yet"'
  }
  {
    name: 'requests-failing'
    severity: 1
    minutes: 15
    description: 'More than one in twenty requests ends with a server fault.'
    query: 'AppRequests | summarize total = count(), bad = countif(toint(ResultCode) >= 500) | where total > 50 and bad * 20 > total'
  }
  {
    name: 'silence'
    severity: 1
    minutes: 30
    description: 'The sweep, which runs every minute, has not run: the app does not start.'
    query: 'AppRequests | where OperationName == "SweepWork" | summarize ran = count() | where ran == 0'
  }
  {
    name: 'attempts-refused'
    severity: 2
    minutes: 15
    description: 'Many requests were refused for a wrong or missing key: somebody may be trying keys.'
    query: 'AppRequests | where ResultCode in ("401", "429") | summarize refused = count() | where refused > 200'
  }
]

// Where only the timer looks for files, no event announces any.
var searchesOfTopic = !hasTopic
  ? []
  : [
      {
        name: 'events-missed'
        severity: 2
        minutes: 30
        description: 'The sweep took arrivals that no event had announced. Look at the event subscriptions and at the container of undelivered events.'
        query: 'AppTraces | where Message startswith "Sweep: " and Message has "had arrivals that no revision had taken" | summarize found = count() | where found > 10'
      }
    ]
// The table of deliveries is made with the first of them.
var searchesOfMail = !hasMail
  ? []
  : [
      {
        name: 'mails-returned'
        severity: 3
        minutes: 30
        description: 'Mails came back or were filtered: an address in the register of readers is likely wrong. Many of them lower the limits that the mail service grants.'
        query: 'union isfuzzy=true (datatable(DeliveryStatus: string)[]), ACSEmailStatusUpdateOperational | where DeliveryStatus in ("Bounced", "Failed", "FilteredSpam", "Quarantined", "Suppressed")'
      }
    ]

resource found 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for search in concat(searches, searchesOfTopic, searchesOfMail): {
    name: 'alert-${stem}-${search.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: search.name
      description: search.description
      severity: search.severity
      enabled: true
      scopes: [
        workspaceId
      ]
      evaluationFrequency: 'PT${search.minutes}M'
      windowSize: 'PT${search.minutes}M'
      // Tables are made with their first rows, after this rule.
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: search.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [
          actionGroupId
        ]
      }
    }
  }
]

var always = [
  {
    name: 'exceptions'
    description: 'Exceptions nobody caught.'
    of: 'insights'
    namespace: 'microsoft.insights/components'
    metric: 'exceptions/count'
    aggregation: 'Count'
    operator: 'GreaterThan'
    threshold: 20
  }
  {
    name: 'app-storage'
    description: 'The host\'s storage answers badly: orchestrations stand still.'
    of: 'appStorage'
    namespace: 'Microsoft.Storage/storageAccounts'
    metric: 'Availability'
    aggregation: 'Average'
    operator: 'LessThan'
    threshold: 99
  }
  {
    name: 'data-storage'
    description: 'The storage of dossiers answers badly.'
    of: 'dataStorage'
    namespace: 'Microsoft.Storage/storageAccounts'
    metric: 'Availability'
    aggregation: 'Average'
    operator: 'LessThan'
    threshold: 99
  }
]
var ofTopic = !hasTopic
  ? []
  : [
      {
        name: 'events-undelivered'
        description: 'Event Grid gave up on events; they lie in the container of undelivered events. Files are taken by the timer meanwhile.'
        of: 'topic'
        namespace: 'Microsoft.EventGrid/systemTopics'
        metric: 'DeadLetteredCount'
        aggregation: 'Total'
        operator: 'GreaterThan'
        threshold: 0
      }
    ]
var ofIntelligence = !hasIntelligence
  ? []
  : [
      {
        name: 'layout-refusals'
        description: 'Document Intelligence refuses requests, likely for its limit of transactions a second: ask support to raise it, or expect a queue.'
        of: 'intelligence'
        namespace: 'Microsoft.CognitiveServices/accounts'
        metric: 'ClientErrors'
        aggregation: 'Total'
        operator: 'GreaterThan'
        threshold: 500
      }
    ]
var ofServer = !hasServer
  ? []
  : [
      {
        name: 'layout-restarts'
        description: 'The layout server was restarted by its probes or for memory.'
        of: 'layoutServer'
        namespace: 'Microsoft.App/containerApps'
        metric: 'RestartCount'
        aggregation: 'Total'
        operator: 'GreaterThan'
        threshold: 2
      }
    ]

resource measured 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for measure in concat(always, ofTopic, ofIntelligence, ofServer): {
    name: 'alert-${stem}-${measure.name}'
    location: 'global'
    tags: tags
    properties: {
      description: measure.description
      severity: 2
      enabled: true
      scopes: [
        measuredIds[measure.of]
      ]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            name: measure.name
            criterionType: 'StaticThresholdCriterion'
            metricNamespace: measure.namespace
            metricName: measure.metric
            timeAggregation: measure.aggregation
            operator: measure.operator
            threshold: measure.threshold
            skipMetricValidation: true
          }
        ]
      }
      actions: [
        {
          actionGroupId: actionGroupId
        }
      ]
    }
  }
]
