using System.Collections.Immutable;
using System.Diagnostics;
using LearningSociety.App.Registers;
using LearningSociety.App.Statistics;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Statistics;
using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.Statistics.Benchmark;

/// <summary>Loads a country of a scale and measures it.</summary>
internal sealed class ScaleRun(Site site, double scale, int whole, int times)
{
    private const int Looks = 20;
    private const int AtOnce = 500;

    private readonly Loading loading = new(site.Services.GetRequiredService<StoragePlaces>());
    private readonly Country country = new(scale, whole);
    private readonly List<Figure> figures = [];

    /// <summary>Does all of it.</summary>
    public async Task<ScaleResult> RunAsync()
    {
        await LoadAsync();
        var timings = ImmutableArray.CreateBuilder<Timing>();
        using var table = new TableRequests(site.TablePort);
        foreach (var (name, address) in new Questions(country).All)
        {
            timings.Add(await Timing.OfAsync(name, times, table, () => AskAsync(address())));
            await Console.Error.WriteLineAsync($"Scale {scale}: {timings[^1]}");
        }

        Add("load average after the questions", await LoadAverageAsync());
        await RebuildAsync();
        await CountAsync();
        foreach (var (province, dossiers) in ((string, int)[])[("t97", 500), ("t98", 5_000), ("t99", 50_000)]) await ExportAsync(province, dossiers);
        return new(scale, timings.ToImmutable(), [.. figures]);
    }

    private async Task LoadAsync()
    {
        var (services, clock) = (site.Services, Stopwatch.StartNew());
        await services.GetRequiredService<IUnitBook>().ReplaceAsync(Country.Units, default);
        var (counted, loaded) = await loading.LoadAsync(country);
        await services.GetRequiredService<RecognitionBook>().ChangeAsync(_ => [.. country.Recognitions()], default);
        var indicators = services.GetRequiredService<Catalogue>().Indicators.Select(indicator => indicator.Id).ToArray();
        for (var one = Country.FirstYear; one <= Country.LastYear; one++)
        {
            var measures = Country.Measures(one, indicators).ToImmutableArray();
            await services.GetRequiredService<MeasureBook>().ChangeAsync(one, _ => measures, default);
        }

        Add("dossiers counted", $"{counted:N0}");
        Add("of them loaded one by one", $"{loaded:N0}, {country.WholeProvinces} whole provinces of {Country.Provinces}");
        Add("criterion results in them", $"{(long)country.UnitCount * Country.ResultsOfDossier * (Country.LastYear - Country.FirstYear + 1):N0}");
        Add("registered offices", $"{country.UnitCount + Country.Communes + Country.Provinces:N0}");
        Add("loaded in", $"{clock.Elapsed.TotalSeconds:0} s");
        foreach (var figure in figures) await Console.Error.WriteLineAsync($"Scale {scale}: {figure}");
    }

    private async Task RebuildAsync()
    {
        var rebuild = site.Services.GetRequiredService<StatisticsRebuild>();
        var province = Enumerable.Range(Country.FirstYear, 10).Select(year => new ProvinceYear(Country.Province(0), year)).ToArray();
        foreach (var at in province) await loading.ForgetDerivedAsync(at);
        var (rebuilt, clock) = (0, Stopwatch.StartNew());
        foreach (var at in province) rebuilt += await rebuild.RollUpAsync(at, default);
        Add("rebuild of a province, ten years, all rows missing", $"{clock.Elapsed.TotalSeconds:0.0} s, {rebuilt:N0} rows");
        clock.Restart();
        foreach (var at in province) await rebuild.RollUpAsync(at, default);
        Add("the same, nothing wrong", $"{clock.Elapsed.TotalSeconds:0.0} s");
    }

    private async Task CountAsync()
    {
        var store = site.Services.GetRequiredService<StatisticsStore>();
        var coming = Enumerable.Range(0, AtOnce).Select(n => Country.Fact($"moi-{n}", $"Đơn vị mới {n}", new(Country.Province(1), null, Country.Commune(1)), Country.LastYear)).ToArray();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(coming.Select(fact => store.PutAsync(fact, default)));
        Add($"{AtOnce} dossiers of a commune counted at once", $"{AtOnce / clock.Elapsed.TotalSeconds:0} dossiers/s");
    }

    // A province of as many dossiers at every scale, so that sizes of an export can be compared.
    private async Task ExportAsync(string province, int dossiers)
    {
        await loading.LoadAsync(
            new(province, Country.LastYear), [.. Enumerable.Range(0, dossiers).Select(n => Country.Fact($"lon-{province}-{n:D5}", $"Đơn vị lớn {n}", new(province), Country.LastYear))]);
        var (speeds, rows) = (new List<double>(), 0);
        for (var round = 0; round < 3; round++)
        {
            var clock = Stopwatch.StartNew();
            rows = await ReadAsync(province, _ => { });
            speeds.Add(rows / clock.Elapsed.TotalSeconds);
        }

        // What is held at some moments of a round that is not timed: garbage is collected before each look.
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (held, resident, next) = (0L, 0L, rows / (2 * Looks));
        await ReadAsync(province, read =>
        {
            if (read < next) return;
            next += rows / Looks;
            held = Math.Max(held, GC.GetTotalMemory(forceFullCollection: true) - before);
            resident = Math.Max(resident, Environment.WorkingSet);
        });
        Add($"CSV of a province's year, {rows:N0} rows", $"{speeds.Min():N0} to {speeds.Max():N0} rows/s");
        Add($"memory meanwhile, {rows:N0} rows", $"{held / 1048576.0:0.0} MB held, {resident >> 20} MB resident");
    }

    private async Task<int> ReadAsync(string province, Action<int> look)
    {
        await using var csv = await site.Client.GetStreamAsync($"api/statistics/records?province={province}&year={Country.LastYear}&format=csv");
        var (buffer, rows) = (new byte[1 << 16], -1);
        for (int read; (read = await csv.ReadAsync(buffer)) > 0;)
        {
            rows += buffer.AsSpan(0, read).Count((byte)'\n');
            look(rows);
        }

        return rows;
    }

    private async Task<int> AskAsync(string address)
    {
        using var answer = await site.Client.GetAsync(address);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    private void Add(string name, string value) => figures.Add(new(name, value));

    private static async Task<string> LoadAverageAsync() => string.Join(' ', (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ').Take(3));
}
