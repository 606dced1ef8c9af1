// The function app on its plan, reaching everything with its identity.
param names object
param location string
param tags object
param plan string
param dedicatedSize string
param appSettings object

var runtime = 'dotnet-isolated'
var runtimeVersion = '10.0'
var isFlex = plan == 'Flex'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: names.identity
}

resource host 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: names.hostAccount
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: names.insights
}

// Addresses come from the accounts themselves, so they are right in every cloud.
var hostSettings = {
  AzureWebJobsStorage__blobServiceUri: host.properties.primaryEndpoints.blob
  AzureWebJobsStorage__queueServiceUri: host.properties.primaryEndpoints.queue
  AzureWebJobsStorage__tableServiceUri: host.properties.primaryEndpoints.table
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.properties.clientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
}

var storeSettings = {
  AZURE_CLIENT_ID: identity.properties.clientId
  Storage__Kind: 'Azure'
  Storage__Account: names.privateAccount
  Storage__Public__Account: names.publicAccount
  Storage__EndpointSuffix: environment().suffixes.storage
}

// On Flex Consumption the plan knows the runtime, and these are not to be given.
var runtimeSettings = isFlex
  ? {}
  : {
      FUNCTIONS_EXTENSION_VERSION: '~4'
      FUNCTIONS_WORKER_RUNTIME: runtime
      WEBSITE_RUN_FROM_PACKAGE: '1'
    }

resource servers 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: names.plan
  location: location
  tags: tags
  kind: isFlex ? 'functionapp' : 'linux'
  sku: isFlex ? { tier: 'FlexConsumption', name: 'FC1' } : { name: dedicatedSize }
  properties: { reserved: true }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: names.site
  location: location
  // azd deploys the service of this name here.
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: servers.id
    httpsOnly: true
    siteConfig: union(
      { minTlsVersion: '1.2', ftpsState: 'Disabled', http20Enabled: true },
      isFlex ? {} : { linuxFxVersion: '${toUpper(runtime)}|${runtimeVersion}', alwaysOn: true }
    )
    functionAppConfig: isFlex
      ? {
          deployment: {
            storage: {
              type: 'blobContainer'
              value: '${host.properties.primaryEndpoints.blob}${names.deploymentContainer}'
              authentication: {
                type: 'UserAssignedIdentity'
                userAssignedIdentityResourceId: identity.id
              }
            }
          }
          scaleAndConcurrency: { instanceMemoryMB: 2048, maximumInstanceCount: 100 }
          runtime: { name: runtime, version: runtimeVersion }
        }
      : null
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(appSettings, hostSettings, storeSettings, runtimeSettings)
  }

  // Publishing goes through Entra ID; there is no user name and password for it.
  resource noFtpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output uri string = 'https://${site.properties.defaultHostName}'
