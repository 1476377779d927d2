using Azure;
using Azure.AI.FormRecognizer.DocumentAnalysis;
using Azure.Core;
using Azure.Identity;
using LearningSociety.App.Settings;

namespace LearningSociety.App.Processing.Layouts;

/// <summary>The layout engines by role.</summary>
public sealed class LayoutEngines
{
    private const string SealModel = "dossier";
    private readonly LayoutEngine layout;
    private readonly LayoutEngine? seals;

    /// <summary>Makes the clients from settings.</summary>
    public LayoutEngines(AppSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        layout = new(Client(settings.Layout.Endpoint, settings.Layout.Key), settings.Layout.Model, settings.Layout.Model == SealModel);
        if (settings.Seal is { } seal)
            seals = new(Client(seal.Endpoint, seal.Key), SealModel, true);
    }

    /// <summary>The engine of a role.</summary>
    public LayoutEngine Of(LayoutRole role) => role == LayoutRole.Seals ? seals ?? layout : layout;

    private static DocumentAnalysisClient Client(Uri endpoint, string? key)
    {
        var options = new DocumentAnalysisClientOptions();
        // Waiting is the orchestration's business: a busy engine's answer comes back at once.
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(100);
        return key is not null ? new(endpoint, new AzureKeyCredential(key), options)
            : endpoint.IsLoopback ? new(endpoint, new AzureKeyCredential("local"), options)
            : new(endpoint, (TokenCredential)new DefaultAzureCredential(), options);
    }
}

/// <summary>A client with the model to ask it for.</summary>
/// <param name="Client">The client.</param>
/// <param name="Model">The model.</param>
/// <param name="LooksForInk">True when the model looks for seals and handwriting.</param>
public sealed record LayoutEngine(DocumentAnalysisClient Client, string Model, bool LooksForInk)
{
    /// <summary>Where the layout of a content is kept.</summary>
    public string Blob(string sha256, string version) => $"layouts/{sha256}/{Model}-{Storage.TableKeys.Encode(version)}.json";
}
