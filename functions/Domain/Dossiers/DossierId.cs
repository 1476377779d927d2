using System.Text.RegularExpressions;

namespace LearningSociety.Domain.Dossiers;

/// <summary>A dossier's identity: one ASCII slug made of kind, year and office, safe as a table key, a blob path and an orchestration id.</summary>
public sealed partial record DossierId
{
    private DossierId(string kind, int year, string office) => (Kind, Year, Office) = (kind, year, office);

    /// <summary>The dossier kind, such as "unit-request".</summary>
    public string Kind { get; }

    /// <summary>The assessed year (for plans the year of issue; for province gradings the year planned for).</summary>
    public int Year { get; }

    /// <summary>The office's slug.</summary>
    public string Office { get; }

    /// <summary>Makes an id; null when a part is no slug (lower-case ASCII letters, digits and single hyphens, at most 60 characters) or the year is not 2000..2100.</summary>
    public static DossierId? TryCreate(string? kind, int year, string? office) =>
        IsSlug(kind) && IsSlug(office) && year is >= 2000 and <= 2100 ? new(kind!, year, office!) : null;

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is nothing of the kind.</summary>
    public static DossierId? TryParse(string? text)
    {
        var match = Pattern().Match(text ?? "");
        return match.Success ? TryCreate(match.Groups[1].Value, int.Parse(match.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), match.Groups[3].Value) : null;
    }

    /// <summary>True for lower-case ASCII letters and digits in groups joined by single hyphens, 1 to 60 characters.</summary>
    public static bool IsSlug(string? text) => text is { Length: >= 1 and <= 60 } && Slug().IsMatch(text);

    /// <summary>"kind-year-office".</summary>
    public override string ToString() => $"{Kind}-{Year}-{Office}";

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z")]
    private static partial Regex Slug();

    [GeneratedRegex("^([a-z][a-z-]*[a-z0-9])-([0-9]{4})-([a-z0-9-]+)\\z")]
    private static partial Regex Pattern();
}
