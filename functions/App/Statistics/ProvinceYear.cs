using System.Globalization;
using LearningSociety.App.Storage;

namespace LearningSociety.App.Statistics;

/// <summary>A province and a year: what one partition of the statistics holds.</summary>
/// <param name="Province">The province's code; <see cref="Nowhere"/> for offices of which none is known.</param>
/// <param name="Year">The year of the dossiers.</param>
public sealed record ProvinceYear(string Province, int Year)
{
    /// <summary>The province of offices that are registered without one.</summary>
    public const string Nowhere = "none";

    /// <summary>The partition's key.</summary>
    public string Partition => string.Create(CultureInfo.InvariantCulture, $"{TableKeys.Encode(Province)}-{Year}");

    /// <summary>The row that lists it among all; by year, then province.</summary>
    internal string IndexKey => string.Create(CultureInfo.InvariantCulture, $"{Year}|{TableKeys.Encode(Province)}");

    internal static ProvinceYear? OfIndexKey(string key) =>
        key.Split('|') is [var year, var province] && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && TableKeys.Decode(province) is { } code
            ? new(code, number)
            : null;
}
