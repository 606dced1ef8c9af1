// Three accounts, none of which has a key: the host's own, what is internal, and what is public. Whoever is to read public
// data alone, such as a portal of its own, is given a role on the public account and so cannot reach the rest.
param names object
param location string
param tags object
param redundancy string
param principalId string

// Built-in roles, by their ids in every cloud.
var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

module host 'account.bicep' = {
  name: 'host-account'
  params: {
    name: names.hostAccount
    location: location
    tags: tags
    redundancy: 'Standard_LRS'
    containerNames: [names.deploymentContainer]
    identityName: names.identity
    principalId: principalId
    // The host keeps its locks, timers and secrets here, and asks for this role.
    roleIds: [blobDataOwner]
  }
}

module internal 'account.bicep' = {
  name: 'private-account'
  params: {
    name: names.privateAccount
    location: location
    tags: tags
    redundancy: redundancy
    identityName: names.identity
    principalId: principalId
    roleIds: [blobDataContributor, tableDataContributor]
  }
}

module public 'account.bicep' = {
  name: 'public-account'
  params: {
    name: names.publicAccount
    location: location
    tags: tags
    redundancy: redundancy
    identityName: names.identity
    principalId: principalId
    roleIds: [blobDataContributor, tableDataContributor]
  }
}
