using LearningSociety.Domain.Forms;
using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Tables;

/// <summary>A ticked table of two criteria, and what is to be read from it however its lines were found.</summary>
internal static class TickedTable
{
    public const string Expected = "1=2, 1.1=2, 1.2=2, 2=1, 2.1=1, 2.2=2";

    public static readonly string[][] Ticked =
    [
        ["TT", "Nội dung", "Không đạt", "Mức độ 1", "Mức độ 2", "Kết quả thực hiện"],
        ["1", "Điều kiện học tập", "", "", "x", ""],
        ["1.1", "Có kế hoạch", "", "", "x", "Đã có"],
        ["1.2", "Bố trí kinh phí", "", "", "x", "Đủ"],
        ["2", "Kết quả học tập", "", "x", "", ""],
        ["2.1", "Tỷ lệ hoàn thành", "", "x", "", "91%"],
        ["2.2", "Công dân học tập", "", "", "x", "79%"],
        ["TỔNG HỢP", "<", "", "x", "", ""],
    ];

    public static void IsExpected(FormReading form)
    {
        Assert.Equal(Expected, UnitForms.Results(form with { Criteria = [.. form.Criteria.OrderBy(row => row.Criterion).ThenBy(row => row.Indicator ?? 0)] }));
        Assert.Equal(Result.Level1, form.Declared?.Value);
        Assert.All(form.Criteria, row => Assert.True(row.Doubt is null && row.Result!.Confidence.Value >= 0.9));
    }
}
