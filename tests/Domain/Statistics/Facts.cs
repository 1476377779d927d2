using System.Collections.Immutable;
using System.Globalization;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.Domain.Tests.Statistics;

/// <summary>Facts for tests, written as a person would: "complete 2: 1=2 1.1=2 2=1" is a complete dossier for which the rules give level 2.</summary>
internal static class Facts
{
    private static readonly PlacePath[] Places =
    [
        new("17"), new("17", "148"), new("17", "148", "04789"), new("17", "148", "04792"), new("17", "150", "04831"), new("17", null, "04900"),
    ];

    internal static DossierFact Of(string text, string office = "a", string kind = "unit-request", PlacePath? place = null)
    {
        var (head, rows) = text.Split(": ") is [var first, var rest] ? (first, rest) : (text, "");
        var words = head.Split(' ');
        return new(
            $"{kind}-2025-{office}", 1, kind, 2025, office, office, place ?? Places[2], new(2026, 1, 10), "unit-2023", Enum.Parse<Verdict>(words[0], ignoreCase: true), ResultOf(words[^1]), ResultOf(words[^1]),
            [.. rows.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Row)]);
    }

    /// <summary>A fact that follows from dossier and revision alone: another revision may have another result and another place.</summary>
    internal static DossierFact Any(int dossier, int revision)
    {
        var dice = new Random((dossier * 1000) + revision);
        Result? Roll() => dice.Next(6) is var n && n < 4 ? (Result)n : null;
        var kind = dossier % 3 == 0 ? "unit-council" : "unit-request";
        return new(
            $"{kind}-2025-don-vi-{dossier}", revision, kind, 2025, $"don-vi-{dossier}", $"Đơn vị {dossier}", Places[dice.Next(Places.Length)], new(2026, 1, 1 + dice.Next(28)), null,
            (Verdict)dice.Next(3), Roll(), Roll(),
            [.. Enumerable.Range(1, dice.Next(4)).SelectMany(c => Enumerable.Range(0, 1 + dice.Next(3)).Select(i => new FactCriterion(c, i == 0 ? null : i, Roll())))]);
    }

    internal static Result? ResultOf(string text) => text switch
    {
        "0" => Result.NotMet,
        "M" => Result.Met,
        "1" => Result.Level1,
        "2" => Result.Level2,
        _ => null,
    };

    private static FactCriterion Row(string text)
    {
        var (number, result) = text.Split('=') is [var left, var right] ? (left.Split('.'), right) : throw new FormatException(text);
        return new(
            int.Parse(number[0], CultureInfo.InvariantCulture), number.Length > 1 ? int.Parse(number[1], CultureInfo.InvariantCulture) : null, ResultOf(result));
    }
}
