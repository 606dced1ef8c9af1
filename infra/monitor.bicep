// Where the logs go, and who is told when the calendar stands still, a monthly draw is not made or results are overdue.
param names object
param location string
param tags object
param principalId string
param alertEmail string

var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: names.workspace
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 90
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: names.insights
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    // Its connection string names a place and opens nothing: whoever writes there needs the role below.
    DisableLocalAuth: true
  }
}

resource publisher 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, names.identity, monitoringMetricsPublisher)
  scope: insights
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
  }
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(alertEmail)) {
  name: names.actionGroup
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'inspection'
    enabled: true
    emailReceivers: [{ name: 'on-duty', emailAddress: alertEmail, useCommonAlertSchema: true }]
  }
}

// The texts that these look for are those of JobRunner and WatchDeadlines, and the host's own of each function.
var alerts = [
  {
    name: 'monthly-draw-missed'
    severity: 1
    description: 'The monthly draw was missed, failed or is not complete. See "A monthly draw was missed" in infra/README.md.'
    query: 'AppTraces | where SeverityLevel >= 2 and Message startswith "Job MonthlyDraw "'
    frequency: 'PT15M'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'calendar-stands-still'
    severity: 1
    description: 'No timer fired for half an hour: draws are neither made nor revealed. See "A draw is stuck" in infra/README.md.'
    query: 'AppTraces | where tostring(Properties.Category) startswith "Function.AdvanceDraws" | summarize Runs = count() | where Runs == 0'
    frequency: 'PT15M'
    window: 'PT30M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'results-overdue'
    severity: 2
    description: 'Results are not published within the working days that the rules give.'
    query: 'AppTraces | where SeverityLevel >= 2 and Message startswith "Results overdue"'
    frequency: 'P1D'
    window: 'P1D'
    operator: 'GreaterThan'
    threshold: 0
  }
]

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in alerts: {
    name: '${alert.name}-${names.site}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: alert.name
      description: alert.description
      severity: alert.severity
      enabled: true
      scopes: [workspace.id]
      evaluationFrequency: alert.frequency
      windowSize: alert.window
      // The tables come to be with the first log of the app.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            operator: alert.operator
            threshold: alert.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: empty(alertEmail) ? [] : [people.id] }
    }
  }
]
