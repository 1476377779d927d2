using System.Collections.Immutable;
using System.Text.Json;
using LearningSociety.App.Pdf;
using LearningSociety.App.Pdf.Signatures;
using LearningSociety.App.Processing;
using LearningSociety.Catalog;
using LearningSociety.Cli.Dossiers;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Checks;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Reporting;
using LearningSociety.Extraction;

namespace LearningSociety.Reading;

/// <summary>Reads and checks folders of dossiers as the app does, without its storage and orchestration: after a change of extraction or rules a set is read again in seconds.</summary>
public sealed class DossierReader(LayoutCache layouts)
{
    private readonly Catalogue catalogue = CatalogueLoader.Load().Catalogue!;

    /// <summary>Writes OUT/name/report.json of each dossier; gives the folders that are none, with the reason.</summary>
    public async Task<IReadOnlyList<string>> WriteAsync(string folder, string output)
    {
        var folders = Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(one => DossierFolder.Read(one, new(null, null, null, null, null))).ToList();
        await Parallel.ForEachAsync(folders.Select(read => read.Dossier).OfType<DossierFolder>(), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (dossier, cancel) =>
        {
            var target = Directory.CreateDirectory(Path.Combine(output, dossier.Name)).FullName;
            await File.WriteAllBytesAsync(Path.Combine(target, "report.json"), JsonSerializer.SerializeToUtf8Bytes(await ReportAsync(dossier), DossierReport.Json), cancel);
        });
        return [.. folders.Where(read => read.Reason is not null).Select(read => $"{read.Folder}: {read.Reason}")];
    }

    private async Task<DossierReport> ReportAsync(DossierFolder dossier)
    {
        var files = ImmutableArray.CreateBuilder<FileInput>(dossier.Files.Length);
        foreach (var path in dossier.Files) files.Add(await InputAsync(Path.GetFileName(path), await File.ReadAllBytesAsync(path)));
        var facts = new DossierFacts(dossier.Id.ToString(), dossier.Id.Kind, dossier.Id.Office, dossier.OfficeName, dossier.Id.Year, 1, dossier.Received ?? DateOnly.FromDateTime(DateTime.Today));
        var read = SecretFiles.Without(DossierExtraction.Read(catalogue, facts, files.MoveToImmutable()));
        return ReportComposer.Compose(read, CompletenessCheck.Run(read, catalogue), catalogue);
    }

    private async Task<FileInput> InputAsync(string name, byte[] bytes)
    {
        var inspection = PdfInspector.Inspect(bytes);
        if (inspection.Fault is { } fault) return new(name, inspection.Pages, null, [], [new(fault, null, inspection.Reason)]);
        return await layouts.ReadAsync(bytes) is { } layout
            ? new(name, inspection.Pages, layout, PdfSignatures.Read(bytes, TrustedRoots.None), [])
            : new(name, inspection.Pages, null, [], [new(FindingCode.PageUnreadable, null, "")]);
    }
}
