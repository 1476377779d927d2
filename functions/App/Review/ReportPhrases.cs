using System.Collections.Immutable;
using System.Globalization;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Review;

/// <summary>Phrases that the mail, its text and the page share.</summary>
internal static class ReportPhrases
{
    internal const string Footer =
        "Phần mềm chỉ kiểm tra thành phần và số liệu của hồ sơ theo quy tắc; người có thẩm quyền xem xét và quyết định.";

    /// <summary>A column of a grading table: its head and a row's figure in it.</summary>
    internal sealed record GradingColumn(string Name, Func<ReportGradingRow, string> Value);

    internal static string State(RequiredForm form) => form.State switch
    {
        RequiredState.Found => $"có ({form.Where})",
        RequiredState.Faulty => $"có nhưng còn lỗi ({form.Where})",
        _ => "chưa có",
    };

    internal static string GradingTitle(ReportGrading grading, ReportWords words) =>
        $"{words.Label("grading", grading.Kind == GradingKind.Plan ? "plan" : "results")} {grading.Year}";

    internal static ImmutableArray<GradingColumn> GradingColumns(ReportGrading grading, ReportWords words)
    {
        GradingColumn Column(string key, Func<ReportGradingRow, int?> value) =>
            new(words.Label("column", key), row => value(row)?.ToString(CultureInfo.InvariantCulture) ?? "–");
        ImmutableArray<GradingColumn> columns =
        [
            Column("communes", row => row.Communes),
            Column("assessed", row => row.Assessed),
            Column("good", row => row.Good),
            Column("fair", row => row.Fair),
            Column("average", row => row.Average),
            Column("failed", row => row.Failed),
            Column("notAssessed", row => row.NotAssessed),
        ];

        // A plan has no column for failed communes.
        return grading.Rows.All(row => row.Failed is null) ? columns.RemoveAt(5) : columns;
    }
}
