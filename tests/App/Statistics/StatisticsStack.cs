using System.Collections.Immutable;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LearningSociety.App.Records;
using LearningSociety.App.Registers;
using LearningSociety.App.Statistics;
using LearningSociety.App.Storage;
using LearningSociety.Catalog;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Statistics;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Statistics;

/// <summary>The statistics over Azurite, for a province of their own with two districts of three communes, in 2024 and before; without districts from 2025 on.</summary>
internal sealed class StatisticsStack
{
    public static Catalogue Catalogue { get; } = CatalogueLoader.Load().Catalogue!;

    public StatisticsStack(AzuriteFixture azurite, string? province = null)
    {
        Province = province ?? $"t{Guid.NewGuid():n}"[..12];
        Places = new(new BlobServiceClient(azurite.ConnectionString), new TableServiceClient(azurite.ConnectionString));
        var blobs = new JsonBlobs(Places);
        Heads = new(Places, TimeProvider.System);
        Reports = new(blobs);
        Offices = new(Places, blobs);
        Units = new HeldUnits(Of(Province));
        PlaceBook = new(Offices, Units);
        Book = new(Places);
        Store = NewStore();
        Count = new(Heads, PlaceBook, Store, Catalogue);
        var gates = new PartitionGates();
        Rebuild = new(Heads, Reports, PlaceBook, Count, Store, Book, gates, Places, TimeProvider.System);
    }

    public string Province { get; }

    public StoragePlaces Places { get; }

    public DossierHeads Heads { get; }

    public ReportStore Reports { get; }

    public OfficeRegister Offices { get; }

    public HeldUnits Units { get; }

    public PlaceBook PlaceBook { get; }

    public StatisticsBook Book { get; }

    public StatisticsStore Store { get; }

    public DossierCount Count { get; }

    public StatisticsRebuild Rebuild { get; }

    /// <summary>A store as another process would have it: with gates of its own.</summary>
    public StatisticsStore NewStore() => new(Places, new(), TimeProvider.System);

    /// <summary>Registers an office in a commune of the province, numbered 0 to 5.</summary>
    public async Task<DossierId> OfficeAsync(string slug, int commune, string kind = "unit-request", int year = 2024)
    {
        var office = $"{slug}-{Province}";
        await Offices.PutAsync(new(office, $"Đơn vị {slug}", Province, CommuneOf(Province, commune)), default);
        return DossierId.TryCreate(kind, year, office)!;
    }

    /// <summary>Reports a revision and shows it, as processing does.</summary>
    public async Task ShowAsync(DossierId dossier, int revision, Result? computed, Verdict verdict = Verdict.Complete, string rows = "1=2 1.1=2 1.2=1")
    {
        await ShowAsync(dossier, ReportOf(dossier, revision, computed, verdict, rows));
    }

    /// <summary>Shows a report, as processing does.</summary>
    public async Task ShowAsync(DossierId dossier, DossierReport report)
    {
        await Heads.ChangeAsync(dossier, head => head ?? new() { Dossier = dossier, OfficeName = dossier.Office, Province = Province }, default);
        await Reports.WriteAsync(dossier, report.Dossier.Revision, report, default);
        await Count.ShowAsync(dossier, report, default);
    }

    public static DossierReport ReportOf(DossierId dossier, int revision, Result? computed, Verdict verdict, string rows) => new(
        new(dossier.ToString(), dossier.Kind, dossier.Office, $"Đơn vị {dossier.Office}", dossier.Year, revision, new(dossier.Year + 1, 1, 10)), verdict,
        [
            new(
                "unit-m18", "m18.pdf", [1], new(0.9), "", new(null, null, null, null), dossier.Year, new(default, null, []), computed, null,
                [.. rows.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Row)], [], [], []),
        ],
        [], new(computed, computed));

    public async Task<Tally> TallyAsync(int year = 2024, string? code = null, string kind = "unit-request") =>
        (await Book.RollUpsAsync(new(Province, year), kind, default)).RollUps.FirstOrDefault(rollUp => rollUp.Place.Code == (code ?? Province))?.Tally ?? Tally.Empty;

    /// <summary>Every row of the province's statistics but the versions, which count changes.</summary>
    public async Task<List<string>> RowsAsync()
    {
        var rows = new List<string>();
        var (from, to) = ($"{Province}-", $"{Province}.");
        var table = await Places.TableAsync(Tables.Statistics, default);
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to} and RowKey lt {"version"}")))
            rows.Add($"{row.PartitionKey} {row.RowKey} {string.Join(", ", row.Where(pair => pair.Key is not ("odata.etag" or "Timestamp" or "Version" or "ChangedAt")).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))}");
        return rows;
    }

    public static string CommuneOf(string province, int number) => $"{province}-x{number}";

    private static UnitRegister Of(string province) => new(
    [
        new(province, "Tỉnh Thử", UnitTier.Province, null, null, null, []),
        new($"{province}-h0", "Huyện Không", UnitTier.District, province, null, new(2025, 6, 30), []),
        new($"{province}-h1", "Huyện Một", UnitTier.District, province, null, new(2025, 6, 30), []),
        .. Enumerable.Range(0, 6).SelectMany(n => new AdministrativeUnit[]
        {
            new(CommuneOf(province, n), $"Xã {n}", UnitTier.Commune, $"{province}-h{n / 3}", null, new(2025, 6, 30), [CommuneOf(province, n)]),
            new(CommuneOf(province, n), $"Xã {n}", UnitTier.Commune, province, new(2025, 7, 1), null, []),
        }),
    ]);

    private static ReportCriterion Row(string text)
    {
        var (number, result) = (text.Split('=')[0].Split('.').Select(int.Parse).ToArray(), text[^1]);
        return new(number[0], number.Length > 1 ? number[1] : null, result switch { '0' => Result.NotMet, 'M' => Result.Met, '1' => Result.Level1, '2' => Result.Level2, _ => null }, null, null, "", new(0.9), 1, null);
    }
}

/// <summary>Units in memory.</summary>
internal sealed class HeldUnits(UnitRegister units) : IUnitBook
{
    public UnitRegister Units { get; set; } = units;

    public Task<UnitRegister> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(Units);

    public Task<DateTimeOffset> ChangedAtAsync(CancellationToken cancellationToken) => Task.FromResult(DateTimeOffset.UnixEpoch);

    public Task ReplaceAsync(UnitRegister units, CancellationToken cancellationToken)
    {
        Units = units;
        return Task.CompletedTask;
    }
}
