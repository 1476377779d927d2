using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.AI.FormRecognizer.DocumentAnalysis;
using LearningSociety.App.Processing.Layouts;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Layout;
using LearningSociety.Layout.Analysis;
using Microsoft.AspNetCore.Builder;

namespace LearningSociety.Reading;

/// <summary>Layouts as the app gets them from a layout server of its own; kept in a folder for as long as the server's code stays the same.</summary>
public sealed class LayoutCache : IAsyncDisposable
{
    private const string Model = "dossier";
    private static readonly string Version = typeof(FileAnalysis).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..12];
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly string folder;
    private readonly DirectoryInfo jobs;
    private readonly WebApplication server;
    private readonly DocumentAnalysisClient client;

    private LayoutCache(string folder, DirectoryInfo jobs, WebApplication server) =>
        (this.folder, this.jobs, this.server, client) = (folder, jobs, server, new(new(server.Urls.First()), new AzureKeyCredential("local")));

    /// <summary>Starts a server.</summary>
    public static async Task<LayoutCache> StartAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        // Servers that share a folder take over each other's jobs.
        var jobs = Directory.CreateTempSubdirectory("learning-society-jobs-");
        var server = LayoutServer.Build(["--urls", "http://127.0.0.1:0", "--Layout:WorkFolder", jobs.FullName]);
        await server.StartAsync();
        return new(folder, jobs, server);
    }

    /// <summary>The layout of a file; null when the server cannot read it.</summary>
    public async Task<FileLayout?> ReadAsync(byte[] file)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        var kept = Path.Combine(folder, $"{Version}-{hash[..24]}.layout.json");
        if (File.Exists(kept)) return JsonSerializer.Deserialize<FileLayout>(await File.ReadAllBytesAsync(kept), Json);
        FileLayout? layout;
        try
        {
            var operation = await client.AnalyzeDocumentAsync(WaitUntil.Completed, Model, new MemoryStream(file));
            layout = LayoutMapping.Map(operation.Value, hash, Model, Version, lookedForInk: true);
        }
        catch (RequestFailedException)
        {
            return null;
        }

        await File.WriteAllBytesAsync(kept, JsonSerializer.SerializeToUtf8Bytes(layout, Json));
        return layout;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        jobs.Delete(recursive: true);
    }
}
