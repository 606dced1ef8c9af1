// Everything that one deployment of Inspection needs, in a resource group of its own. Whatever the app keeps lies in two
// storage accounts, what is public apart from what is not; whoever acts is one identity; nothing here is a secret.
targetScope = 'subscription'

@description('The name of the azd environment, by which resources are named and tagged.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('Where everything is.')
@minLength(1)
param location string

@description('Flex: Flex Consumption, paid by use. Dedicated: a Linux App Service plan, for clouds and regions without Flex Consumption, such as Azure China.')
@allowed(['Flex', 'Dedicated'])
param plan string

@description('The size of the dedicated plan.')
param dedicatedSize string

@description('How often the data are kept: Standard_LRS, Standard_ZRS, Standard_GRS or Standard_RAGRS.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_RAGRS'])
param redundancy string

@description('To whom alerts are sent; empty for nobody.')
param alertEmail string

@description('Settings of the app beside those of the store, as NAME: value with __ between the parts of the name.')
param appSettings object

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }

var names = {
  identity: 'id-${token}'
  hostAccount: 'sthost${token}'
  privateAccount: 'stprivate${token}'
  publicAccount: 'stpublic${token}'
  deploymentContainer: 'deployments'
  workspace: 'log-${token}'
  insights: 'appi-${token}'
  actionGroup: 'ag-${token}'
  plan: 'plan-${token}'
  site: 'func-${token}'
}

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'identity.bicep' = {
  name: 'identity'
  scope: group
  params: { name: names.identity, location: location, tags: tags }
}

module stores 'stores.bicep' = {
  name: 'stores'
  scope: group
  params: {
    names: names
    location: location
    tags: tags
    redundancy: redundancy
    principalId: identity.outputs.principalId
  }
}

module monitor 'monitor.bicep' = {
  name: 'monitor'
  scope: group
  params: {
    names: names
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    alertEmail: alertEmail
  }
}

module app 'app.bicep' = {
  name: 'app'
  scope: group
  params: {
    names: names
    location: location
    tags: tags
    plan: plan
    dedicatedSize: dedicatedSize
    appSettings: appSettings
  }
  // It finds these by their names, which the compiler does not see.
  dependsOn: [identity, stores, monitor]
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output APP_URI string = app.outputs.uri
output STORAGE_ACCOUNT string = names.privateAccount
output STORAGE_PUBLIC_ACCOUNT string = names.publicAccount
