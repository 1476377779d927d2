using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics;

/// <summary>
/// Rows of a summary table as a short text, since a country has millions: "3=level-2;3.1=none;3.2=none:7/10" are a criterion,
/// an indicator that is blank, and one with 7 of 10 points.
/// </summary>
internal static class CriteriaText
{
    internal static string Write(ImmutableArray<FactCriterion> rows)
    {
        var text = new StringBuilder(rows.Length * 12);
        foreach (var row in rows)
        {
            if (text.Length > 0) text.Append(';');
            text.Append(CultureInfo.InvariantCulture, $"{row.Criterion}");
            if (row.Indicator is { } indicator) text.Append(CultureInfo.InvariantCulture, $".{indicator}");
            text.Append('=').Append(Measures.Name(row.Result));
            if (row.Score is not null || row.MaxScore is not null) text.Append(CultureInfo.InvariantCulture, $":{row.Score}/{row.MaxScore}");
        }

        return text.ToString();
    }

    internal static ImmutableArray<FactCriterion> Read(string text)
    {
        var rows = ImmutableArray.CreateBuilder<FactCriterion>();
        var rest = text.AsSpan();
        foreach (var part in rest.Split(';'))
        {
            var row = rest[part];
            var equals = row.IndexOf('=');
            if (equals < 0) continue;
            var number = row[..equals];
            var value = row[(equals + 1)..];
            var (dot, points) = (number.IndexOf('.'), value.IndexOf(':'));
            var (score, most) = points < 0 ? (null, null) : PointsOf(value[(points + 1)..]);
            rows.Add(new(
                int.Parse(dot < 0 ? number : number[..dot], NumberStyles.None, CultureInfo.InvariantCulture),
                dot < 0 ? null : int.Parse(number[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture),
                WireName.Find<Result>(points < 0 ? value : value[..points]), score, most));
        }

        return rows.ToImmutable();
    }

    private static (decimal? Score, decimal? Most) PointsOf(ReadOnlySpan<char> text)
    {
        var slash = text.IndexOf('/');
        return (Number(text[..slash]), Number(text[(slash + 1)..]));
    }

    private static decimal? Number(ReadOnlySpan<char> text) =>
        text.IsEmpty ? null : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
