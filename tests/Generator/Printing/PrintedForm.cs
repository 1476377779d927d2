using LearningSociety.Generator.Facts;
using LearningSociety.Generator.Forms;

namespace LearningSociety.Generator.Printing;

/// <summary>A page's truth.</summary>
/// <param name="Prose">Lines outside tables, in reading order.</param>
/// <param name="Cells">Cells, row by row.</param>
/// <param name="Rows">Numbers of the table rows that begin on this page.</param>
public sealed record PageTruth(IReadOnlyList<string> Prose, IReadOnlyList<string> Cells, IReadOnlySet<int> Rows)
{
    private const string CellMark = "| ";

    /// <summary>Lines and cells of what <see cref="Text"/> wrote.</summary>
    public static (string[] Prose, string[] Cells) Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToLookup(line => line.StartsWith(CellMark, StringComparison.Ordinal));
        return ([.. lines[false]], [.. lines[true].Select(line => line[CellMark.Length..])]);
    }

    /// <summary>As it is kept beside a dossier: cells begin with "| ".</summary>
    public string Text => string.Concat(Prose.Concat(Cells.Select(cell => CellMark + cell)).Select(line => line + "\n"));
}

/// <summary>A form on its pages.</summary>
/// <param name="Form">What is in it.</param>
/// <param name="Pdf">A PDF whose first pages are the form's.</param>
/// <param name="Pages">What stands on each page.</param>
/// <param name="Places">Where the rows of a summary table stand.</param>
public sealed record PrintedForm(FormFacts Form, string Pdf, IReadOnlyList<PageTruth> Pages, IReadOnlyList<RowPlace> Places);
