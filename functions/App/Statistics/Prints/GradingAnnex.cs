using System.Collections.Immutable;
using System.Globalization;
using LearningSociety.App.Printing;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Rules;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics.Prints;

/// <summary>
/// The annex of a province's plan (S0): the results of the year before and the plan for the year by district, as the
/// papers themselves lay them out, with what they add up to and its shares.
/// </summary>
public static class GradingAnnex
{
    private const string District = "Huyện, Thành phố";
    private const string All = "Tổng số đơn vị cấp xã";
    private const string Assessed = "Số đơn vị cấp xã đánh giá, xếp loại";
    private const string Share = "Tỷ lệ (%)";

    /// <summary>The paper; null when neither table is there.</summary>
    public static Paper? Of(GradingComparison gradings)
    {
        ArgumentNullException.ThrowIfNull(gradings);
        if (gradings.Before is null && gradings.Plan is null) return null;
        var (year, before) = (gradings.Year, gradings.Year - 1);
        var title = $"Danh sách các huyện, thành phố xếp loại “Cộng đồng học tập” cấp xã năm {before} và kế hoạch năm {year}";
        return new(title,
        [
            new PaperLine(title.ToUpper(CultureInfo.InvariantCulture), PaperAlignment.Centre, Bold: true),
            new PaperLine($"(Kèm theo Kế hoạch số ........../KH-SGD&ĐT ngày ..... tháng ..... năm {year} của Sở Giáo dục và Đào tạo)", PaperAlignment.Centre, Italic: true),
            .. Part($"I. Kết quả các huyện, thành phố xếp loại “Cộng đồng học tập” cấp xã năm {before}", $"Kết quả năm {before}", gradings, gradings.Before, row => row.Before),
            .. Part($"II. Kế hoạch các huyện, thành phố đánh giá, xếp loại “Cộng đồng học tập” cấp xã năm {year}", $"Kế hoạch năm {year}", gradings, gradings.Plan, row => row.Plan),
            new PaperPair(
                [Signer("NGƯỜI LẬP BIỂU"), Hint("(Ký, ghi rõ họ tên)")],
                [new("........................, ngày ..... tháng ..... năm .......", PaperAlignment.Centre, Italic: true), Signer("GIÁM ĐỐC"), Hint("(Ký, ghi rõ họ tên, đóng dấu)")]),
        ]);
    }

    private static PaperLine Signer(string title) => new(title, PaperAlignment.Centre, Bold: true);

    private static PaperLine Hint(string text) => new(text, PaperAlignment.Centre, Italic: true);

    private static IEnumerable<PaperBlock> Part(string heading, string name, GradingComparison gradings, GradingSource? source, Func<DistrictGrading, ReportGradingRow?> of)
    {
        yield return new PaperLine(heading, PaperAlignment.Left, Bold: true, Heading: true);
        if (source is null || of(gradings.Total) is not { } total)
        {
            yield return new PaperLine("Chưa có số liệu.", PaperAlignment.Left);
            yield break;
        }

        yield return Table(name, source.Table.Kind, [.. gradings.Rows.Select(of).OfType<ReportGradingRow>()], total);
        yield return new PaperLine(
            string.Create(CultureInfo.InvariantCulture, $"Số liệu từ hồ sơ {source.Dossier}, nhận ngày {source.Received:dd/MM/yyyy}."), PaperAlignment.Left, Italic: true);
        foreach (var (_, column) in gradings.WrongTotals.Where(wrong => wrong.Table == source))
            yield return new PaperLine($"Dòng Tổng của văn bản khác tổng các huyện ở cột “{ColumnTitle(column)}”; biểu này in tổng các huyện.", PaperAlignment.Left, Italic: true);
        if (SharesOf(source.Table.Kind, total) is { } shares && shares.Sum() != 100m)
            yield return new PaperLine(
                $"Các tỷ lệ được làm tròn đến một chữ số thập phân nên cộng lại là {new PaperCell(shares.Sum()).Text}%, không đúng 100%.", PaperAlignment.Left, Italic: true);
    }

    private static PaperTable Table(string name, GradingKind kind, ImmutableArray<ReportGradingRow> districts, ReportGradingRow total)
    {
        var grades = kind == GradingKind.Results ? (string[])["Tốt", "Khá", "Trung bình", "Không đạt"] : ["Tốt", "Khá", "Trung bình"];
        PaperRow[] shares = SharesOf(kind, total) is { } of
            ? [new([new(null), new(Share, Bold: true), new(null), new(null), .. of.Select(share => new PaperCell(share)), new(null)])]
            : [];
        return new(
            name,
            [5, 18, 13, 15, .. grades.Select(_ => 9), 11],
            [
                new(
                    new("TT", Rows: 2), new(District, Rows: 2), new(All, Rows: 2), new(Assessed, Rows: 2),
                    new(kind == GradingKind.Results ? "Trong đó xếp loại" : "Trong đó dự kiến xếp loại", Columns: grades.Length), new("Không đánh giá", Rows: 2)),
                new([.. grades.Select(grade => new PaperCell(grade))]),
            ],
            [.. districts.Select((row, n) => Row(n + 1, row, kind)), Row(null, total, kind), .. shares]);
    }

    private static PaperRow Row(int? number, ReportGradingRow row, GradingKind kind) => new(
    [
        new(number), new(row.District, Bold: number is null),
        .. Counts(row, kind).Select((count, n) => new PaperCell(n > 1 && count == 0 ? null : count, Bold: number is null)),
    ]);

    // As the papers print them: a grade that nobody has is an empty cell.
    private static IEnumerable<int> Counts(ReportGradingRow row, GradingKind kind) => kind == GradingKind.Results
        ? [row.Communes, row.Assessed, row.Good, row.Fair, row.Average, row.Failed ?? 0, row.NotAssessed]
        : [row.Communes, row.Assessed, row.Good, row.Fair, row.Average, row.NotAssessed];

    // Shares are of the communes assessed; there are none where nothing was assessed.
    private static decimal[]? SharesOf(GradingKind kind, ReportGradingRow total) => total.Assessed == 0
        ? null
        : [.. ((int[])(kind == GradingKind.Results ? [total.Good, total.Fair, total.Average, total.Failed ?? 0] : [total.Good, total.Fair, total.Average]))
            .Select(count => Percentage.Of(count, total.Assessed)!.Value)];

    private static string ColumnTitle(string column) => column switch
    {
        "communes" => All,
        "assessed" => Assessed,
        "good" => "Tốt",
        "fair" => "Khá",
        "average" => "Trung bình",
        "failed" => "Không đạt",
        _ => "Không đánh giá",
    };
}
