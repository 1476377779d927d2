using LearningSociety.Fixtures;

// One Azurite serves all tests; a test that stops or kills Azurite brings its own.
[assembly: AssemblyFixture(typeof(AzuriteFixture))]
