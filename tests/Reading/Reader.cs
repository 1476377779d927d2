using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningSociety.Layout.Analysis;
using LearningSociety.Layout.Child;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Reading;

/// <summary>Reads every page of a folder of dossiers once; keeps the readings in a folder for as long as the layout server's code stays the same.</summary>
public sealed class Reader(string folder, string cache)
{
    private static readonly string Version = typeof(FileAnalysis).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..12];

    /// <summary>All pages that have a truth.</summary>
    /// <param name="quality">One recipe only; null for all.</param>
    public async Task<IReadOnlyList<ReadPage>> PagesAsync(string? quality)
    {
        Directory.CreateDirectory(cache);
        using var children = new ChildPool();
        using var analysis = new FileAnalysis(children, new());
        var pages = new List<ReadPage>();
        foreach (var dossier in Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Where(path => File.Exists(Path.Combine(path, "truth.json")) && Directory.Exists(Path.Combine(path, "pages"))))
        {
            var names = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(dossier, "truth.json")))!["quality"]?.AsObject();
            foreach (var file in Directory.GetFiles(dossier, "*.pdf").Order(StringComparer.Ordinal))
            {
                var name = (string?)names?[Path.GetFileName(file)] ?? "unnamed";
                if (quality is not null && name != quality) continue;
                foreach (var reading in await ReadAsync(analysis, file))
                {
                    var truth = Path.Combine(dossier, "pages", $"{Path.GetFileNameWithoutExtension(file)}-{reading.Number}.txt");
                    if (File.Exists(truth)) pages.Add(ReadPage.Of(name, $"{Path.GetFileName(dossier)}/{Path.GetFileName(file)}:{reading.Number}", await File.ReadAllTextAsync(truth), reading));
                }
            }
        }

        return pages;
    }

    private async Task<IReadOnlyList<PageReading>> ReadAsync(FileAnalysis analysis, string file)
    {
        var kept = Path.Combine(cache, $"{Version}-{Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file)))[..24]}.json");
        if (File.Exists(kept)) return JsonSerializer.Deserialize<List<PageReading>>(await File.ReadAllTextAsync(kept))!;
        var reading = await analysis.ReadAsync(file, null, lookForInk: true, CancellationToken.None);
        await File.WriteAllTextAsync(kept, JsonSerializer.Serialize(reading.Pages));
        return reading.Pages;
    }
}
