using 'main.bicep'

// Each is a variable of the azd environment: azd env set NAME VALUE.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'inspection')
param location = readEnvironmentVariable('AZURE_LOCATION', 'eastasia')
param plan = readEnvironmentVariable('INSPECTION_PLAN', 'Flex')
param dedicatedSize = readEnvironmentVariable('INSPECTION_DEDICATED_SIZE', 'P0v3')
param redundancy = readEnvironmentVariable('INSPECTION_REDUNDANCY', 'Standard_GRS')
param alertEmail = readEnvironmentVariable('INSPECTION_ALERT_EMAIL', '')
param appSettings = json(readEnvironmentVariable('INSPECTION_SETTINGS', '{}'))
