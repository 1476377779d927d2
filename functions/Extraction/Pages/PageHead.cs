using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Pages;

/// <summary>What stands at the top of a form's first page, above its body (Nghị định 30/2020/NĐ-CP, Annex I).</summary>
internal sealed record PageHead
{
    /// <summary>The form number printed in a corner, such as "Mẫu 18" or "Phụ lục IIIb"; null when there is none.</summary>
    public Quote? Mark { get; init; }

    /// <summary>True when the page bears the national motto or another letterhead.</summary>
    public bool HasLetterhead { get; init; }

    /// <summary>Lines of the letterhead's left column: parent agency and issuing agency.</summary>
    public required IReadOnlyList<TextRow> AgencyRows { get; init; }

    /// <summary>The number line, from "Số:" on; null when there is none.</summary>
    public TextRun? NumberLine { get; init; }

    /// <summary>The place and date line; null when there is none.</summary>
    public TextRun? DateLine { get; init; }

    /// <summary>The title in capitals; empty when the page begins without one.</summary>
    public required TextRun Title { get; init; }

    /// <summary>What follows the title on its line and the next ones: the subject, and perhaps the first line of the body.</summary>
    public required TextRun Subject { get; init; }

    /// <summary>Title and subject as one run.</summary>
    public required TextRun Heading { get; init; }
}
