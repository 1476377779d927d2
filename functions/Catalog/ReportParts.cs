using System.Collections.Immutable;
using System.Globalization;
using LearningSociety.Domain.Catalogues;

namespace LearningSociety.Catalog;

/// <summary>Turns an entry under "reports" into a report of the calendar.</summary>
internal static class ReportParts
{
    private static readonly Dictionary<string, ReportSender> Senders = new()
    {
        ["office"] = ReportSender.Office, ["commune"] = ReportSender.Commune, ["district"] = ReportSender.District,
    };

    internal static ReportDue Read(YamlEntry entry)
    {
        if (!entry.Has("due")) entry.Wrong("\"due\" is missing");
        return new(
            entry.Text("id"), entry.Text("name"), entry.Choice("from", Senders, ReportSender.Office), entry.Text("to"),
            CatalogueParts.DeadlineOf(entry.EntryOrNull("due")) ?? new(1, 1, 0, new("", null, null)), entry.Texts("kinds"), entry.Texts("after"), Years(entry));
    }

    private static ImmutableArray<int> Years(YamlEntry entry)
    {
        var years = ImmutableArray.CreateBuilder<int>();
        foreach (var text in entry.Texts("years"))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)) years.Add(year);
            else entry.Wrong($"\"{text}\" is no year");
        }

        return years.ToImmutable();
    }
}
