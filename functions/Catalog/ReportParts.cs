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

    /// <summary>The report; one that comes as a dossier is due when the kind is.</summary>
    internal static ReportDue Read(YamlEntry entry, ImmutableArray<DossierKind> kinds)
    {
        var (id, names, own) = (entry.Text("id"), entry.Texts("kinds"), CatalogueParts.DeadlineOf(entry.EntryOrNull("due")));
        var ofKinds = kinds.Where(kind => names.Contains(kind.Id)).Select(kind => kind.Deadline).ToArray();
        if (names.IsEmpty == own is null) entry.Wrong("\"due\" stands where the report comes as no dossier, and nowhere else");
        if (ofKinds.Select(due => due?.Before(2000)).Distinct().Count() > 1 || ofKinds.Contains(null)) entry.Wrong("\"kinds\" must have one deadline");
        return new(
            id, entry.Text("name"), entry.Choice("from", Senders, ReportSender.Office), entry.Text("to"), own ?? ofKinds.FirstOrDefault() ?? new(1, 1, 0, new("", null, null)), names,
            entry.Texts("after"), Years(entry));
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
