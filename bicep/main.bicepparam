// For azd, which puts the values of its environment (azd env set NAME value) where readEnvironmentVariable finds them.
using './main.bicep'

// "dev" is small and cheap, "prod" keeps and bears more. Anything below can be set alone.
var size = readEnvironmentVariable('LEARNING_SOCIETY_SIZE', 'dev')
var isProduction = size == 'prod'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param owner = readEnvironmentVariable('OWNER')
param costCentre = readEnvironmentVariable('COST_CENTRE', 'learning-society')
param alertAddress = readEnvironmentVariable('ALERT_ADDRESS')

param layoutChoice = readEnvironmentVariable('LAYOUT_CHOICE', isProduction ? 'both' : 'server')
param layoutImage = readEnvironmentVariable('LAYOUT_IMAGE', '')
param layoutEndpoint = readEnvironmentVariable('LAYOUT_ENDPOINT', '')
param layoutVersion = readEnvironmentVariable('LAYOUT_VERSION', '1')
param layoutReplicas = int(readEnvironmentVariable('LAYOUT_REPLICAS', isProduction ? '8' : '1'))

param mailChoice = readEnvironmentVariable('MAIL_CHOICE', 'communicationServices')
param mailDomain = readEnvironmentVariable('MAIL_DOMAIN', '')
param mailDomainVerified = bool(readEnvironmentVariable('MAIL_DOMAIN_VERIFIED', 'false'))
param mailUser = readEnvironmentVariable('MAIL_USER', 'no-reply')
param smtpHost = readEnvironmentVariable('SMTP_HOST', '')
param smtpPort = int(readEnvironmentVariable('SMTP_PORT', '587'))
param smtpUser = readEnvironmentVariable('SMTP_USER', '')

param publicUrl = readEnvironmentVariable('PUBLIC_URL', '')
param entraClientId = readEnvironmentVariable('ENTRA_CLIENT_ID', '')
param trustedRoots = bool(readEnvironmentVariable('TRUSTED_ROOTS', 'false'))
param networkIsolation = bool(readEnvironmentVariable('NETWORK_ISOLATION', isProduction ? 'true' : 'false'))
param publicWeb = bool(readEnvironmentVariable('PUBLIC_WEB', 'true'))

param storageSku = isProduction ? 'Standard_ZRS' : 'Standard_LRS'
param originalsKeptDays = isProduction ? 1825 : 1
param deletedKeptDays = isProduction ? 30 : 7
param logKeptDays = isProduction ? 180 : 30
param maximumInstances = isProduction ? 100 : 40
param instanceMemory = 2048
param alwaysReady = 1

param budgetAmount = int(readEnvironmentVariable('BUDGET_AMOUNT', isProduction ? '2000' : '200'))
param budgetStart = readEnvironmentVariable('BUDGET_START')
