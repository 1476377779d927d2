using LearningSociety.Domain.Forms;
using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Tables;

/// <summary>The annex tables of a province's grading plan.</summary>
public sealed class GradingTableTests
{
    private static readonly double[] Nine = [1, 3, 2, 2, 1, 1, 1, 1, 1];
    private static readonly string[] Head = ["TT", "Huyện, Thành phố", "Tổng số đơn vị cấp xã", "Số đơn vị cấp xã đánh giá, xếp loại", "Trong đó xếp loại", "<", "<", "<", "Không đánh giá"];
    private static readonly string[] Grades = ["^", "^", "^", "^", "Tốt", "Khá", "Trung bình", "Không đạt", "^"];

    private static Paper Plan() => new Paper()
        .Letterhead("UBND TỈNH HÒA BÌNH", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Số: 874/KH-SGD&ĐT", "Hòa Bình, ngày 09 tháng 02 năm 2023")
        .Centre("KẾ HOẠCH").Centre("Đánh giá, xếp loại “Cộng đồng học tập” cấp xã năm 2023")
        .Line("Kết quả toàn tỉnh có 27 xã, phường, thị trấn tổ chức đánh giá, xếp loại,")
        .Line("trong đó xếp loại Tốt 20 đơn vị đạt 74,1%, xếp loại Khá 5 đơn vị (18.5 %).")
        .Line("Phấn đấu năm 2023 dự kiến xếp loại Tốt 22 đơn vị chiếm 81,5% (Danh sách theo phụ biểu đính kèm).")
        .Signed("KT. GIÁM ĐỐC", "Đinh Thị Hường");

    private static FormReading Read(params Paper[] pages) => Assert.Single(
        DossierExtraction.Read(UnitForms.Catalogue, UnitForms.Dossier("province-grading", 2023, "Sở GD&ĐT Hòa Bình"), [Paper.File("ke-hoach.pdf", pages)]).Forms);

    private static string Rows(GradingTable table) => string.Join("; ", table.Rows.Select(row =>
        $"{row.District} {row.Communes.Value} {row.Assessed.Value} {row.Good.Value} {row.Fair.Value} {row.Average.Value} {row.Failed?.Value.ToString(null, null) ?? "-"} {row.NotAssessed.Value}"));

    [Fact]
    public void A_table_over_two_pages_and_a_second_one()
    {
        var form = Read(
            Plan(),
            new Paper().Centre("DANH SÁCH CÁC HUYỆN, THÀNH PHỐ XẾP LOẠI “CỘNG ĐỒNG HỌC TẬP” CẤP XÃ NĂM 2022 VÀ KẾ HOẠCH NĂM 2023")
                .Line("I. Kết quả các huyện, thành phố xếp loại “Cộng đồng học tập” cấp xã năm 2022")
                .Table(Nine, Head, Grades, ["1", "Cao Phong", "10", "10", "9", "1", "", "", ""]),
            new Paper().Table(Nine, ["2", "Đà Bắc", "17", "17", "11", "4", "2", "", "-"], ["Tổng", "<", "27", "27", "20", "5", "2", "0", ""])
                .Line("II. Kế hoạch các huyện, thành phố đánh giá, xếp loại “Cộng đồng học tập” cấp xã năm 2023")
                .Table([1, 3, 2, 2, 1, 1, 1, 1],
                    ["TT", "Huyện, Thành phố", "Tổng số đơn vị cấp xã", "Số đơn vị cấp xã đánh giá, xếp loại", "Trong đó dự kiến xếp loại", "<", "<", "Không đánh giá"],
                    ["^", "^", "^", "^", "Tốt", "Khá", "Trung bình", "^"],
                    ["1", "Cao Phong", "10", "10", "10", "", "", ""], ["2", "Đà Bắc", "17", "17", "12", "5", "", ""], ["", "Tổng", "27", "27", "22", "5", "", ""]));
        Assert.Equal("province-grading", form.Form);
        Assert.Equal([1, 2, 3], form.Pages);
        Assert.Equal([(GradingKind.Results, 2022), (GradingKind.Plan, 2023)], form.Gradings.Select(table => (table.Kind, table.Year.Value)));
        Assert.Equal("Cao Phong 10 10 9 1 0 0 0; Đà Bắc 17 17 11 4 2 0 0; Tổng 27 27 20 5 2 0 0", Rows(form.Gradings[0]));
        Assert.Equal("Cao Phong 10 10 10 0 0 - 0; Đà Bắc 17 17 12 5 0 - 0; Tổng 27 27 22 5 0 - 0", Rows(form.Gradings[1]));
        Assert.True(Assert.Single(form.NamedAnnexes).Found);
    }

    [Fact]
    public void On_a_photo_a_heading_may_hang_below_the_highest_corner_of_its_table() =>
        Assert.Equal((GradingKind.Results, 2022), Assert.Single(Read(
            Plan(),
            new Paper().Line("I. Kết quả các huyện, thành phố xếp loại “Cộng đồng học tập” cấp xã năm 2022").From(0.054)
                .Table([1, 3, 2, 2, 1, 1, 1, 1],
                    ["TT", "Huyện, Thành phố", "Tổng số đơn vị cấp xã", "Số đơn vị cấp xã đánh giá, xếp loại", "Trong đó xếp loại", "<", "<", "Không đánh giá"], ["^", "^", "^", "^", "Tốt", "Khá", "Trung bình", "^"],
                    ["1", "Cao Phong", "10", "10", "9", "1", "", ""], ["", "Tổng", "10", "10", "9", "1", "", ""])).Gradings.Select(table => (table.Kind, table.Year.Value))));

    // 9004-132: the left end of the heading lay within the box around the table, so that the rest said nothing of results.
    [Theory]
    [InlineData(0)]
    [InlineData(-0.04)]
    [InlineData(0.04)]
    public void On_a_photo_a_heading_above_a_leaning_table_is_whole(double fall) =>
        Assert.Equal((GradingKind.Results, 2022), Assert.Single(Read(
            Plan(),
            new Paper().Centre("DANH SÁCH CÁC HUYỆN, THÀNH PHỐ XẾP LOẠI “CỘNG ĐỒNG HỌC TẬP” CẤP XÃ NĂM 2022 VÀ KẾ HOẠCH NĂM 2023")
                .Line("I. Kết quả các huyện, thành phố xếp loại “Cộng đồng học tập” cấp xã năm 2022")
                .Table(Nine, Head, Grades, ["1", "Cao Phong", "10", "10", "9", "1", "", "", ""], ["", "Tổng", "10", "10", "9", "1", "", "", ""]).Leaning(fall)).Gradings.Select(table => (table.Kind, table.Year.Value))));

    [Fact]
    public void A_table_whose_total_stands_first_goes_on_over_the_page()
    {
        var form = Read(
            Plan(),
            new Paper().Line("I. Kết quả các huyện, thành phố xếp loại “Cộng đồng học tập” cấp xã năm 2022")
                .Table(Nine, Head, Grades, ["", "Tổng", "27", "27", "20", "5", "2", "0", ""], ["1", "Cao Phong", "10", "10", "9", "1", "", "", ""]),
            new Paper().Table(Nine, Head, Grades, ["2", "Đà Bắc", "17", "17", "11", "4", "2", "", ""]));
        Assert.Equal("Tổng 27 27 20 5 2 0 0; Cao Phong 10 10 9 1 0 0 0; Đà Bắc 17 17 11 4 2 0 0", Rows(Assert.Single(form.Gradings)));
    }

    [Theory]
    [InlineData("7 Tong")]
    [InlineData("Tổng cộng")]
    [InlineData("| Tổng")]
    [InlineData("Ƒð Tong")]
    [InlineData("ởj Tong")] // 9018-129
    [InlineData("TỔỐNG")] // 9007-014
    [InlineData("~ð Tổng số")]
    [InlineData("Tũng")] // 9016-064
    [InlineData("' 1 Tong 1 â")] // 9017-046
    public void Specks_beside_the_name_of_the_total_row(string printed)
    {
        var form = Read(Plan(), new Paper().Read(0.9).Line("I. Kết quả các huyện, thành phố xếp loại “Cộng đồng học tập” cấp xã năm 2022")
            .Table(Nine, Head, Grades, ["1", "Cao Phong", "10", "10", "9", "1", "", "", ""], ["", printed, "10", "10", "9", "1", "", "", ""]));
        Assert.Equal("Cao Phong 10 10 9 1 0 0 0; Tổng 10 10 9 1 0 0 0", Rows(Assert.Single(form.Gradings)));
    }

    [Fact]
    public void Two_tables_taken_for_one_are_parted_at_the_heading_between_them()
    {
        var form = Read(Plan(), new Paper().Line("I. Kết quả các huyện, thành phố xếp loại “Cộng đồng học tập” cấp xã năm 2022").Table(Nine, Head, Grades,
            ["1", "Cao Phong", "10", "10", "9", "1", "", "", ""], ["2", "Đà Bắc", "17", "17", "11", "4", "2", "", ""], ["", "Tổng", "27", "27", "20", "5", "2", "0", ""],
            ["II. Kế hoạch các huyện, thành phố xếp loại “Cộng đồng học tập” cấp xã năm 2023", "<", "<", "<", "<", "<", "<", "<", "<"],
            ["TT", "Huyện, Thành phố", "Tổng số đơn vị cấp xã", "<", "Số đơn vị cấp xã đánh giá, xếp loại", "Trong đó dự kiến xếp loại", "<", "<", "Không đánh giá"],
            ["^", "^", "^", "^", "^", "Tốt", "Khá", "Trung bình", "^"],
            ["1", "Cao Phong", "10", "<", "10", "10", "", "", ""], ["2", "Đà Bắc", "17", "<", "17", "12", "5", "", ""], ["", "Tổng", "27", "<", "27", "22", "5", "", ""]));
        Assert.Equal([(GradingKind.Results, 2022), (GradingKind.Plan, 2023)], form.Gradings.Select(table => (table.Kind, table.Year.Value)));
        Assert.Equal("Cao Phong 10 10 9 1 0 0 0; Đà Bắc 17 17 11 4 2 0 0; Tổng 27 27 20 5 2 0 0", Rows(form.Gradings[0]));
        Assert.Equal("Cao Phong 10 10 10 0 0 - 0; Đà Bắc 17 17 12 5 0 - 0; Tổng 27 27 22 5 0 - 0", Rows(form.Gradings[1]));
    }

    [Fact]
    public void A_figure_that_is_no_number_is_what_row_and_column_leave_for_it()
    {
        var form = Read(Plan(), new Paper().Line("I. Kết quả xếp loại năm 2022").Table(Nine, Head, Grades,
            ["1", "Cao Phong", "10", "10", "x§", "1", "", "", ""], ["2", "Đà Bắc", "17", "17", "11", "4", "2", "", ""], ["", "Tổng", "27", "27", "20", "5", "2", "", ""]));
        Assert.Equal("Cao Phong 10 10 9 1 0 0 0; Đà Bắc 17 17 11 4 2 0 0; Tổng 27 27 20 5 2 0 0", Rows(form.Gradings[0]));
        Assert.InRange(form.Gradings[0].Rows[0].Good.Confidence.Value, 0.7, 0.9);
    }

    [Fact]
    public void A_figure_that_was_read_is_never_changed()
    {
        var form = Read(Plan(), new Paper().Line("I. Kết quả xếp loại năm 2022").Table(Nine, Head, Grades,
            ["1", "Cao Phong", "10", "10", "8", "1", "", "", ""], ["2", "Đà Bắc", "17", "17", "11", "4", "2", "", ""], ["", "Tổng", "27", "27", "20", "5", "2", "", ""]));
        Assert.Equal(8, form.Gradings[0].Rows[0].Good.Value);
    }

    [Fact]
    public void Two_rows_whose_names_stand_in_one_cell_are_two()
    {
        var form = Read(Plan(), new Paper().Line("I. Kết quả xếp loại năm 2022").Table(Nine, Head, Grades,
            ["1", "Cao Phong", "10", "10", "9", "1", "", "", ""], ["2", "Đà Bắc", "17", "17", "11", "4", "2", "", ""], ["", "Tổng", "27", "27", "20", "5", "2", "", ""]).WithoutLineBelow(2, 1));
        Assert.Equal("Cao Phong 10 10 9 1 0 0 0; Đà Bắc 17 17 11 4 2 0 0; Tổng 27 27 20 5 2 0 0", Rows(form.Gradings[0]));
    }

    [Theory]
    [InlineData("Hai Linh", 0.2, "Hải Lĩnh", 0.97, "Hải Lĩnh")]
    [InlineData("Cấm Hà", 0.9, "Cẩm Hà", 0.89, "Cẩm Hà")]
    [InlineData("Trung Vân", 0.97, "Trung Vẫn", 0.9, "Trung Vân")]
    [InlineData("Vên Xá", 0.79, "Yên Xá", 0.06, "Yên Xá")]
    [InlineData("Minh Thăng", 0.95, "Minh Thắng", 0.98, "Minh Thắng")]
    [InlineData("Minh Thắng", 0.98, "Minh Thăng", 0.99, "Minh Thắng")]
    public void Both_tables_have_the_same_districts(string first, double firstRead, string second, double secondRead, string expected)
    {
        var form = Read(Plan(), new Paper()
            .Line("I. Kết quả xếp loại năm 2022").Read(firstRead).Table(Nine, Head, Grades, ["1", first, "10", "10", "9", "1", "", "", ""], ["", "Tổng", "10", "10", "9", "1", "", "", ""])
            .Line("II. Kế hoạch xếp loại năm 2023").Read(secondRead).Table(Nine, Head, Grades, ["1", second, "10", "10", "9", "1", "", "", ""], ["", "Tổng", "10", "10", "9", "1", "", "", ""]));
        Assert.All(form.Gradings, table => Assert.Equal(expected, table.Rows[0].District));
    }

    // 9017-046: the dashes of a border that was not found stood as a 1 and an I between the figures.
    [Fact]
    public void Dashes_of_a_border_that_was_not_found_are_no_figures()
    {
        var form = Read(Plan(), new Paper().Read(0.9).Line("I. Kết quả xếp loại năm 2022")
            .Table(Nine, Head, Grades, ["1", "Cao Phong", "10", "10", "9", "1", "", "", ""], ["", "Tổng", "10", "10", "9", "1", "0", "0", "0"]).BorderRead(3, 4, "1").BorderRead(3, 6, "I").WithoutLines(3, 4, 5).WithoutLines(3, 6, 7));
        Assert.Equal("Cao Phong 10 10 9 1 0 0 0; Tổng 10 10 9 1 0 0 0", Rows(form.Gradings[0]));
    }

    // 9007-140
    [Fact]
    public void A_grade_of_whose_head_only_the_words_before_it_were_read_is_told_by_the_order()
    {
        var form = Read(Plan(), new Paper().Line("I. Kết quả xếp loại năm 2022").Table(Nine,
            ["STT", "Huyện, Thành phố", "Tổng số đơn vị cấp xã", "Số đơn vị cấp xã đánh giá, xếp loại", "Xếp loại Tất", "Xếp loại Khá", "Xếp loại Trung bình", "Không đạt", "Không đánh giá"],
            ["1", "Cao Phong", "10", "10", "9", "1", "", "", ""], ["", "Tổng", "10", "10", "9", "1", "", "", ""]));
        Assert.Equal("Cao Phong 10 10 9 1 0 0 0; Tổng 10 10 9 1 0 0 0", Rows(form.Gradings[0]));
    }

    // 9013-099
    [Theory]
    [InlineData("—rr--—ck\nKhá", "Trung bình")]
    [InlineData("Hlnẻ", "Trung bình")]
    [InlineData("Khá", "—k\nTrung\nblnh:")]
    [InlineData("Khá", "Trung bình", "Tất")] // 9016-182
    public void In_another_order_of_columns_a_grade_is_told_by_a_line_of_its_head_or_by_the_grades_beside_it(string fair, string average, string good = "Tốt")
    {
        var form = Read(Plan(), new Paper().Line("I. Kết quả xếp loại năm 2022").Table(Nine,
            ["STT", "Huyện, Thành phố", "Tổng số đơn vị cấp xã", "Số đơn vị cấp xã đánh giá, xếp loại", "Không đánh giá", "Trong đó xếp loại", "<", "<", "<"],
            ["^", "^", "^", "^", "^", good, fair, average, "Không đạt"],
            ["1", "Cao Phong", "10", "10", "", "7", "2", "1", ""], ["", "Tổng", "10", "10", "", "7", "2", "1", ""]));
        Assert.Equal("Cao Phong 10 10 7 2 1 0 0; Tổng 10 10 7 2 1 0 0", Rows(form.Gradings[0]));
    }

    // 9007-043
    [Fact]
    public void Of_each_word_of_a_name_the_surer_reading_stands()
    {
        var form = Read(Plan(), new Paper()
            .Line("I. Kết quả xếp loại năm 2022").Read(0.99).Table(Nine, Head, Grades, ["1", "Châu Thắng", "10", "10", "9", "1", "", "", ""], ["", "Tổng", "10", "10", "9", "1", "", "", ""]).Unsure("Thắng", 0.1)
            .Line("II. Kế hoạch xếp loại năm 2023").Read(0.2).Table(Nine, Head, Grades, ["1", "Chân Thẳng", "10", "10", "9", "1", "", "", ""], ["", "Tổng", "10", "10", "9", "1", "", "", ""]));
        Assert.All(form.Gradings, table => Assert.Equal("Châu Thắng", table.Rows[0].District));
    }

    [Theory]
    [InlineData("Minh", 15, "Minh Sơn")]
    [InlineData("", 15, "Minh Sơn")]
    [InlineData("Minh", 14, "Minh")]
    public void A_name_that_lost_a_word_is_the_one_in_its_place_with_as_many_communes(string printed, int communes, string expected)
    {
        string[] Row(string number, string name, int of) => [number, name, $"{of}", $"{of}", $"{of}", "", "", "", ""];
        var form = Read(Plan(), new Paper().Read(0.95)
            .Line("I. Kết quả xếp loại năm 2022").Table(Nine, Head, Grades, Row("1", "Hồng Lĩnh", 18), Row("2", "Minh Sơn", 15), Row("3", "Mỹ Quang", 19))
            .Line("II. Kế hoạch xếp loại năm 2023").Table(Nine, Head, Grades, Row("1", "Hồng Lĩnh", 18), Row("2", printed, communes), Row("3", "Mỹ Quang", 19)));
        Assert.Equal(["Minh Sơn", expected], form.Gradings.Select(table => table.Rows[1].District));
    }

    [Theory]
    [InlineData("Quảng Thẳng", 0.95, "Quảng Thắng")]
    [InlineData("Cấm Lĩnh", 0.95, "Cẩm Lĩnh")]
    [InlineData("Tần Long", 0.5, "Tân Long")]
    [InlineData("Thanh I.ong", 0.1, "Thanh Long")]
    [InlineData("Hưng [ong", 0.9, "Hưng Long")] // 9017-058
    [InlineData("Trung Iĩnh", 0.1, "Trung Lĩnh")] // 9018-036
    [InlineData("Ia Pa", 0.1, "Ia Pa")]
    [InlineData("Tần Long", 0.95, "Tần Long")]
    [InlineData("Quảng Thẳng", 1, "Quảng Thẳng")]
    [InlineData("Thành phổ", 0.96, "Thành phố")]
    [InlineData("thị xa Đông Triều", 0.96, "Thị xã Đông Triều")]
    [InlineData("Thành Phổ", 0.96, "Thành Phổ")]
    public void A_syllable_that_no_place_has_is_a_misreading_of_one_that_places_have(string printed, double read, string expected)
    {
        var form = Read(Plan(), new Paper().Line("I. Kết quả xếp loại năm 2022").Read(read).Table(Nine, Head, Grades, ["1", printed, "10", "10", "9", "1", "", "", ""]));
        Assert.Equal(expected, form.Gradings[0].Rows[0].District);
    }

    [Fact]
    public void A_figure_that_is_no_number_is_not_sure()
    {
        var form = Read(Plan(), new Paper().Line("I. Kết quả xếp loại năm 2022").Table(Nine, Head, Grades, ["1", "Cao Phong", "l0", "10", "x§", "1", "", "", ""]));
        var row = form.Gradings[0].Rows[0];
        Assert.Equal(10, row.Communes.Value);
        Assert.True(row.Communes.Confidence.Value <= 0.5);
        Assert.Equal("x§", row.Good.Raw);
        Assert.True(row.Good.Confidence.Value < 0.3);
    }

    [Fact]
    public void Figures_in_prose()
    {
        var figures = Read(Plan()).ProseFigures;
        Assert.Equal(
            [("results", "good", 20, 74.1m), ("results", "fair", 5, 18.5m), ("plan", "good", 22, 81.5m), ("results", "assessed", 27, null)],
            figures.Select(figure => (figure.Kind == GradingKind.Plan ? "plan" : "results", figure.Grade, figure.Count!.Value, figure.Percent?.Value)));
        Assert.Equal(2023, figures[2].Year);
        Assert.False(Read(Plan()).NamedAnnexes[0].Found);
    }
}
