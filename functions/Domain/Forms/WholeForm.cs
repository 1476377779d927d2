using System.Collections.Immutable;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Signatures;

namespace LearningSociety.Domain.Forms;

/// <summary>A form as people mean it: one document, although an office may have scanned it into several files.</summary>
/// <param name="Reading">All that was read, put together; file and pages are those of the first part.</param>
/// <param name="Parts">One entry per file, in order.</param>
public sealed record WholeForm(FormReading Reading, ImmutableArray<FormReading> Parts)
{
    /// <summary>The catalogue's form id.</summary>
    public string Id => Reading.Form;

    /// <summary>The last page, where people sign.</summary>
    public Place LastPage => new(Parts[^1].File, Parts[^1].Pages.IsDefaultOrEmpty ? 1 : Parts[^1].Pages[^1]);

    /// <summary>The first page.</summary>
    public Place FirstPage => new(Parts[0].File, Parts[0].Pages.IsDefaultOrEmpty ? 1 : Parts[0].Pages[0]);

    /// <summary>The known forms of a dossier in order, entries of one document joined.</summary>
    public static ImmutableArray<WholeForm> Gather(DossierReading dossier)
    {
        var groups = new List<List<FormReading>>();
        foreach (var entry in dossier.Forms.Where(form => form.Form != FormReading.Unknown))
        {
            var before = groups.LastOrDefault(group => group[0].Form == entry.Form);
            if (before is not null && GoesOn(before, entry)) before.Add(entry);
            else groups.Add([entry]);
        }

        return [.. groups.Select(group => new WholeForm(Join(group), [.. group]))];
    }

    // Without being told so, an entry goes on with another when it lacks every mark of a first page and repeats no row.
    private static bool GoesOn(List<FormReading> before, FormReading entry)
    {
        if (entry.ContinuesPrevious) return true;
        var header = entry.Header;
        if (before.Any(part => part.File == entry.File) || header.Number is not null || header.Date is not null || header.Agency is not null) return false;
        if (entry.AssessedYear is not null || !entry.NamedOffices.IsEmpty || !entry.Gradings.IsEmpty) return false;
        var rows = before.SelectMany(part => part.Criteria).Select(row => (row.Criterion, row.Indicator)).ToHashSet();
        return (rows.Count == 0) == entry.Criteria.IsEmpty && !entry.Criteria.Any(row => rows.Contains((row.Criterion, row.Indicator)));
    }

    private static FormReading Join(List<FormReading> parts)
    {
        if (parts.Count == 1) return parts[0];
        return parts[0] with
        {
            Confidence = parts.Select(part => part.Confidence).Aggregate(Confidence.Min),
            Header = new(
                First(part => part.Header.Number), First(part => part.Header.Date), First(part => part.Header.Agency), Last(part => part.Header.Signer)),
            AssessedYear = First(part => part.AssessedYear),
            NamedOffices = Many(part => part.NamedOffices),
            Signature = Join(parts.Select(part => part.Signature).ToArray()),
            Declared = Last(part => part.Declared),
            HasOverallRow = parts.Any(part => part.HasOverallRow),
            OverallDoubt = Last(part => part.OverallDoubt),
            OverallPlace = Last(part => part.OverallPlace),
            CouncilSize = First(part => part.CouncilSize),
            Criteria = Many(part => part.Criteria),
            Gradings = Many(part => part.Gradings),
            Targets = Many(part => part.Targets),
            ProseFigures = Many(part => part.ProseFigures),
            NamedAnnexes = Many(part => part.NamedAnnexes),
        };

        T? First<T>(Func<FormReading, T?> value) where T : class => parts.Select(value).FirstOrDefault(found => found is not null);
        T? Last<T>(Func<FormReading, T?> value) where T : class => parts.Select(value).LastOrDefault(found => found is not null);
        ImmutableArray<T> Many<T>(Func<FormReading, ImmutableArray<T>> values) => [.. parts.SelectMany(part => values(part))];
    }

    // People sign on the last page, and a broken digital signature anywhere breaks the document.
    private static SignatureReading Join(SignatureReading[] parts)
    {
        SignatureState[] order =
        [
            SignatureState.Invalid, SignatureState.Digital, SignatureState.Paper, SignatureState.HandOnly, SignatureState.SealOnly, SignatureState.Unknown, SignatureState.None,
        ];
        var best = parts.MinBy(part => Array.IndexOf(order, part.State))!;
        return best with { Marks = [.. parts.SelectMany(part => part.Marks)], Digital = [.. parts.SelectMany(part => part.Digital)] };
    }
}
