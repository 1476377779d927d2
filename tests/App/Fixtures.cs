using LearningSociety.Fixtures;

// One Azurite serves all tests that need storage; each test uses dossiers of its own.
[assembly: AssemblyFixture(typeof(AzuriteFixture))]
