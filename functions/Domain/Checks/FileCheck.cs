using System.Globalization;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Domain.Checks;

/// <summary>What is wrong with files and pages; and that every page of every file ended up somewhere.</summary>
public sealed class FileCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input) => input.Reading.Files.SelectMany(file => Problems(file).Concat(Lost(file, input)));

    private static IEnumerable<Finding> Problems(FileReading file)
    {
        foreach (var problem in file.Problems)
        {
            var made = FindingParts.Make(
                problem.Code, Variant(problem), null, problem.Page is { } page ? new Place(file.Name, page) : null,
                ("reason", problem.Reason.TrimEnd('.', ' ')), ("original", Original(file, problem)));
            yield return made with { File = file.Name };
        }

        // A file without pages and without a reason was not looked at: that must not pass.
        if (file.PageCount < 1 && !file.Problems.Any(problem => FindingSeverity.Of(problem.Code) == Severity.Error))
            yield return FindingParts.Make(FindingCode.FileDamaged, null, null, null) with { File = file.Name };
    }

    private static IEnumerable<Finding> Lost(FileReading file, CheckInput input)
    {
        if (file.Problems.Any(problem => problem.Page is null && FindingSeverity.Of(problem.Code) == Severity.Error)) yield break;
        var known = file.Problems.Where(problem => problem.Code != FindingCode.TextLayerDiffers).Select(problem => problem.Page).OfType<int>()
            .Concat(input.Reading.Forms.Where(form => form.File == file.Name).SelectMany(form => form.Pages)).ToHashSet();
        for (var page = 1; page <= file.PageCount; page++)
        {
            if (!known.Contains(page)) yield return FindingParts.Make(FindingCode.LowConfidence, "page", null, new Place(file.Name, page));
        }
    }

    private static string? Variant(FileProblem problem) => problem.Code switch
    {
        FindingCode.PageBlank or FindingCode.PageDuplicate or FindingCode.TextLayerDiffers => null,
        FindingCode.LowConfidence => "copy",
        _ => problem.Reason.Length > 0 ? "reason" : null,
    };

    private static string Original(FileReading file, FileProblem problem) => problem.OriginalPage is { } page
        ? string.Create(CultureInfo.InvariantCulture, $"tệp {problem.OriginalFile ?? file.Name}, trang {page}")
        : "một trang khác";
}
