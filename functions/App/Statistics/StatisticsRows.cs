using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics;

/// <summary>How facts, roll-ups and versions are written as rows of the table of statistics, and read back.</summary>
internal static class StatisticsRows
{
    internal const string Index = "index";
    internal const string VersionKey = "version";
    internal const string ReceiptPrefix = "came|";

    private const string Facts = "fact|";
    private const string RollUps = "roll|";
    private const string NoTier = "-";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    internal static string FactKey(string dossier) => Facts + dossier;

    // The province alone sorts first; a district's communes follow it.
    internal static string RollUpKey(string kind, PlacePath place) => $"{RollUpPrefix(kind)}{place.District ?? NoTier}|{place.Commune ?? NoTier}";

    internal static string RollUpPrefix(string? kind) => kind is null ? RollUps : $"{RollUps}{kind}|";

    internal static string ReceiptKey(ReceiptShelf shelf) => string.Create(CultureInfo.InvariantCulture, $"{ReceiptPrefixOf(shelf.Place)}{shelf.Number:D2}");

    internal static string ReceiptPrefixOf(PlacePath place) => $"{ReceiptPrefix}{place.District ?? NoTier}|{place.Commune ?? NoTier}|";

    // Ids of dossiers begin with their kind and year.
    internal static string FactPrefix(string? kind, int year) => kind is null ? Facts : string.Create(CultureInfo.InvariantCulture, $"{Facts}{kind}-{year}-");

    /// <summary>What a filter for facts says beside their keys, as far as columns tell of the place and the measure.</summary>
    internal static string FilterOf(PlacePath place, string measure)
    {
        var district = place.District is { } code ? " and " + TableClient.CreateQueryFilter($"District eq {code}") : "";
        return district + measure.Split('.') switch
        {
            ["verdict", var verdict] => " and " + TableClient.CreateQueryFilter($"Verdict eq {verdict}"),
            ["computed", var computed] => " and " + TableClient.CreateQueryFilter($"Computed eq {computed}"),
            _ => "",
        };
    }

    /// <summary>The first key that is behind all that begin so.</summary>
    internal static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    internal static TableEntity Of(ProvinceYear at, KeptFact kept)
    {
        var row = RowSchemas.Facts.Stamp(new(at.Partition, FactKey(kept.Dossier)) { ["Revision"] = kept.Revision, ["Withdrawn"] = kept.Fact is null });
        if (kept.Fact is not { } fact) return row;
        row["Kind"] = fact.Kind;
        row["Year"] = fact.Year;
        row["Office"] = fact.Office;
        row["OfficeName"] = fact.OfficeName;
        Place(row, fact.Place);
        row["Received"] = fact.Received.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        row["Scheme"] = fact.Scheme ?? "";
        row["Verdict"] = WireName.Of(fact.Verdict);
        row["Declared"] = Measures.Name(fact.Declared);
        row["Computed"] = Measures.Name(fact.Computed);
        LongText.Set(row, "Criteria", CriteriaText.Write(fact.Criteria));
        if (fact.Gradings.Length > 0) LongText.Set(row, "Gradings", JsonSerializer.Serialize(fact.Gradings, Json));
        if (fact.Targets.Length > 0) LongText.Set(row, "Targets", JsonSerializer.Serialize(fact.Targets, Json));
        return row;
    }

    internal static KeptFact FactOf(TableEntity kept)
    {
        var row = RowSchemas.Facts.Read(kept);
        var (dossier, revision) = (row.RowKey[Facts.Length..], row.GetInt32("Revision") ?? 0);
        if (row.GetBoolean("Withdrawn") == true) return KeptFact.Withdrawn(dossier, revision);
        return KeptFact.Counted(new(
            dossier, revision, row.GetString("Kind") ?? "", row.GetInt32("Year") ?? 0, row.GetString("Office") ?? "", row.GetString("OfficeName") ?? "", PlaceOf(row),
            DateOnly.ParseExact(row.GetString("Received")!, "yyyy-MM-dd", CultureInfo.InvariantCulture), row.GetString("Scheme") is { Length: > 0 } scheme ? scheme : null,
            WireName.Find<Verdict>(row.GetString("Verdict")) ?? Verdict.Incomplete, WireName.Find<Result>(row.GetString("Declared")), WireName.Find<Result>(row.GetString("Computed")),
            CriteriaText.Read(LongText.Get(row, "Criteria")))
        {
            Gradings = Listed<ReportGrading>(row, "Gradings"),
            Targets = Listed<FactTarget>(row, "Targets"),
        });
    }

    internal static TableEntity Of(ProvinceYear at, RollUp rollUp, PartitionVersion version)
    {
        var row = RowSchemas.RollUps.Stamp(new(at.Partition, RollUpKey(rollUp.Kind, rollUp.Place)) { ["Kind"] = rollUp.Kind });
        Place(row, rollUp.Place);
        LongText.Set(row, "Tally", JsonSerializer.Serialize(new Dictionary<string, int>(rollUp.Tally.Counts), Json));
        Version(row, version);
        return row;
    }

    internal static RollUp RollUpOf(TableEntity kept)
    {
        var row = RowSchemas.RollUps.Read(kept);
        return new(row.GetString("Kind") ?? "", PlaceOf(row), Tally.Of(JsonSerializer.Deserialize<Dictionary<string, int>>(LongText.Get(row, "Tally"), Json)!));
    }

    // "unit-request=a:20260110,b:20260112;unit-council=a:20260214": a commune's kinds, offices and days, since a province has thousands.
    internal static TableEntity Of(ProvinceYear at, PlaceReceipts receipts)
    {
        var row = RowSchemas.Receipts.Stamp(new(at.Partition, ReceiptKey(receipts.Shelf)) { ["Shelf"] = receipts.Shelf.Number });
        Place(row, receipts.Shelf.Place);
        LongText.Set(row, "Came", string.Join(';', receipts.All.GroupBy(one => one.Kind).Select(kind =>
            $"{kind.Key}={string.Join(',', kind.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Office}:{one.Received:yyyyMMdd}")))}")));
        return row;
    }

    internal static PlaceReceipts ReceiptsOf(TableEntity kept)
    {
        var row = RowSchemas.Receipts.Read(kept);
        return PlaceReceipts.Of(
            new(PlaceOf(row), row.GetInt32("Shelf") ?? 0),
            from kind in LongText.Get(row, "Came").Split(';')
            let parts = kind.Split('=')
            from one in parts[1].Split(',')
            let receipt = one.Split(':')
            select new DossierReceipt(parts[0], receipt[0], DateOnly.ParseExact(receipt[1], "yyyyMMdd", CultureInfo.InvariantCulture)));
    }

    internal static TableEntity Of(ProvinceYear at, PartitionVersion version)
    {
        var row = RowSchemas.Partitions.Stamp(new(at.Partition, VersionKey) { ["HasReceipts"] = version.HasReceipts });
        Version(row, version);
        return row;
    }

    // Roll-ups bear the partition's version too.
    internal static PartitionVersion VersionOf(TableEntity? kept)
    {
        if (kept is null) return PartitionVersion.None;
        var row = (kept.RowKey == VersionKey ? RowSchemas.Partitions : RowSchemas.RollUps).Read(kept);
        return new(row.GetInt64("Version") ?? 0, row.GetDateTimeOffset("ChangedAt") ?? DateTimeOffset.MinValue, row.GetBoolean("HasReceipts") ?? false);
    }

    private static void Version(TableEntity row, PartitionVersion version) => (row["Version"], row["ChangedAt"]) = (version.Number, version.ChangedAt);

    private static void Place(TableEntity row, PlacePath place) =>
        (row["Province"], row["District"], row["Commune"]) = (place.Province, place.District ?? "", place.Commune ?? "");

    private static PlacePath PlaceOf(TableEntity row) => new(
        row.GetString("Province") ?? "", row.GetString("District") is { Length: > 0 } district ? district : null, row.GetString("Commune") is { Length: > 0 } commune ? commune : null);

    private static ImmutableArray<T> Listed<T>(TableEntity row, string name) =>
        LongText.Get(row, name) is { Length: > 0 } text ? JsonSerializer.Deserialize<ImmutableArray<T>>(text, Json) : [];
}
