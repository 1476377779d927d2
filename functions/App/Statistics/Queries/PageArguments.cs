using System.Globalization;
using LearningSociety.App.Web.Answers;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>The form of an answer.</summary>
public enum AnswerFormat
{
    /// <summary>JSON, a page at a time.</summary>
    Json,

    /// <summary>CSV, everything unless a page is named.</summary>
    Csv,

    /// <summary>A workbook, everything unless a page is named.</summary>
    Xlsx,
}

/// <summary>Which part of the rows is wanted, and in which form: parameters of every query.</summary>
/// <param name="Format">The form.</param>
/// <param name="Page">1-based page; null for everything.</param>
/// <param name="PageSize">Rows of a page.</param>
public sealed record PageArguments(AnswerFormat Format, int? Page, int PageSize)
{
    /// <summary>Rows of a page when none are named.</summary>
    public const int UsualSize = 500;

    /// <summary>Most rows of a page.</summary>
    public const int MostSize = 5000;

    private const int MostPages = 100_000;

    /// <summary>The names of the parameters.</summary>
    public static IReadOnlyList<string> Names { get; } = ["format", "page", "pageSize"];

    /// <summary>The names of the forms.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["json", "csv", "xlsx"];

    /// <summary>How many rows to leave out.</summary>
    public int Skip => ((Page ?? 1) - 1) * PageSize;

    /// <summary>How many rows to give.</summary>
    public int Take => Page is null ? int.MaxValue : PageSize;

    /// <summary>Reads them; the form also from what the caller accepts.</summary>
    public static (PageArguments? Page, Problem? Problem) Read(IReadOnlyDictionary<string, string> given, string accept)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(accept);
        var named = given.GetValueOrDefault("format") ?? (accept.Contains("text/csv", StringComparison.Ordinal) ? "csv" : accept.Contains("spreadsheetml", StringComparison.Ordinal) ? "xlsx" : "json");
        if (!Formats.Contains(named)) return (null, StatisticsProblems.NotAChoice("format", named, Formats));
        var format = (AnswerFormat)Formats.ToList().IndexOf(named);
        if (given.TryGetValue("page", out var page) && !ArgumentReader.IsNumber(page, 1, MostPages)) return (null, StatisticsProblems.NotANumber("page", page, 1, MostPages));
        if (given.TryGetValue("pageSize", out var size) && !ArgumentReader.IsNumber(size, 1, MostSize)) return (null, StatisticsProblems.NotANumber("pageSize", size, 1, MostSize));
        return (new(
            format, page is not null ? Number(page) : format == AnswerFormat.Json || size is not null ? 1 : null, size is not null ? Number(size) : UsualSize), null);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
