namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where an app begins.</summary>
public static class FunctionsApplication
{
    /// <summary>A builder with the usual configuration and logging, and the extensions that the app references.</summary>
    /// <param name="args">The command line; --Name value sets a setting.</param>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
