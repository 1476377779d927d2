using System.Globalization;
using System.Text;
using Azure.Data.Tables;

namespace LearningSociety.App.Statistics;

/// <summary>An ASCII text of any length in a row, such as JSON with its letters escaped: in as many properties of a size that the table takes as it needs.</summary>
internal static class LongText
{
    private const int Longest = 30_000;

    internal static void Set(TableEntity row, string name, string text)
    {
        for (var (part, start) = (0, 0); part == 0 || start < text.Length; part++, start += Longest)
            row[Name(name, part)] = text.Substring(start, Math.Min(Longest, text.Length - start));
    }

    internal static string Get(TableEntity row, string name)
    {
        var first = row.GetString(name) ?? "";
        if (first.Length < Longest) return first;
        var text = new StringBuilder(first);
        for (var part = 1; row.TryGetValue(Name(name, part), out var more) && more is string next; part++)
            text.Append(next);
        return text.ToString();
    }

    private static string Name(string name, int part) => part == 0 ? name : name + part.ToString(CultureInfo.InvariantCulture);
}
