using System.Collections.Immutable;
using LearningSociety.Domain.Forms;
using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Tables;

/// <summary>Grading tables of which no line was found, or where the grid of the page behind shines through.</summary>
public sealed class FigureRowTests
{
    private static readonly double[] Eight = [3, 1.5, 1.5, 1, 1, 1, 1, 1.5];
    private static readonly string[] Head = ["Huyện, thành phố", "Tổng số xã", "Được đánh giá", "Tốt", "Khá", "Trung bình", "Không đạt", "Không đánh giá"];
    private static readonly string[][] Rows =
    [
        ["Cao Phong", "10", "10", "9", "1", "0", "0", "0"], ["Đà Bắc", "17", "16", "11", "4", "0", "1", "1"], ["Thành phố", "12", "12", "12", "0", "0", "0", "0"], ["Tổng", "39", "38", "32", "5", "0", "1", "1"],
    ];

    private static readonly string[] Expected = ["Cao Phong 10 10 9 1 0 0 0", "Đà Bắc 17 16 11 4 0 1 1", "Thành phố 12 12 12 0 0 0 0", "Tổng 39 38 32 5 0 1 1"];

    private static Paper Annex() => new Paper().Line("I. Kết quả các huyện, thành phố xếp loại “Cộng đồng học tập” cấp xã năm 2022").Gap();

    private static ImmutableArray<FormReading> Read(params Paper[] annex) => DossierExtraction.Read(
        UnitForms.Catalogue, UnitForms.Dossier("province-grading", 2023, "Sở GD&ĐT Hòa Bình"), [Paper.File("ke-hoach.pdf", [Plan(), .. annex])]).Forms;

    private static Paper Plan() => new Paper()
        .Letterhead("UBND TỈNH HÒA BÌNH", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Số: 874/KH-SGD&ĐT", "Hòa Bình, ngày 09 tháng 02 năm 2023")
        .Centre("KẾ HOẠCH").Centre("Đánh giá, xếp loại “Cộng đồng học tập” cấp xã năm 2023").Line("(Có phụ biểu đính kèm)").Signed("GIÁM ĐỐC", "Đinh Thị Hường");

    private static IEnumerable<string> Figures(GradingTable table) => table.Rows.Select(row =>
        $"{row.District} {row.Communes.Value} {row.Assessed.Value} {row.Good.Value} {row.Fair.Value} {row.Average.Value} {row.Failed?.Value ?? -1} {row.NotAssessed.Value}");

    [Fact]
    public void No_lines_are_left()
    {
        var table = Assert.Single(Assert.Single(Read(Annex().Table(Eight, [Head, .. Rows]).WithoutLastTable())).Gradings);
        Assert.Equal((GradingKind.Results, 2022), (table.Kind, table.Year.Value));
        Assert.Equal(Expected, Figures(table));
    }

    // 9006-052: the grid of the page behind parted every column, so that the next page seemed to belong to another paper.
    [Fact]
    public void The_grid_of_the_page_behind_shines_through()
    {
        static string[] Parted(string[] row) => [row[0], .. row.Skip(1).SelectMany(cell => new[] { "", cell })];
        double[] widths = [3, .. Eight.Skip(1).SelectMany(width => new[] { width / 4, 3 * width / 4 })];
        var form = Assert.Single(Read(Annex().Table(widths, [Parted(Head), .. Rows.Take(2).Select(Parted)]), new Paper().Table(widths, [.. Rows.Skip(2).Select(Parted)])));
        Assert.Equal([1, 2, 3], form.Pages);
        Assert.Equal(Expected, Figures(Assert.Single(form.Gradings)));
    }

    [Fact]
    public void A_column_without_a_number_is_not_guessed() =>
        Assert.Empty(Read(Annex().Table(Eight, [Head, .. Rows.Select(row => row.Select((cell, at) => at == 5 ? "" : cell).ToArray())]).WithoutLastTable()).SelectMany(form => form.Gradings));
}
