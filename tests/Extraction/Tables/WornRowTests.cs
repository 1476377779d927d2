using LearningSociety.Domain.Forms;
using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Tables;

/// <summary>Rows of summary tables whose labels hardly show, and rows that the end of the page cut.</summary>
public sealed class WornRowTests
{
    private static readonly double[] Four = [1, 4, 3, 1.5];
    private static readonly double[] Ticks = [1, 4, 3, 1, 1, 1];
    private static readonly string[] Head = ["STT", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá"];
    private static readonly string[][] TickHead = [["STT", "Nội dung", "Tóm tắt kết quả đạt được", "Không đạt", "Mức độ 1", "Mức độ 2"]];

    [Theory]
    [InlineData("CT1.1", "C11.2", "ClI1.3", "CT2.1")]
    [InlineData("CT1.1", "(112", "(I1 3", "ŒT2 1")]
    [InlineData("CT1", "C12", "CT3", "CT1")]
    [InlineData("CT1.1", "", "CT1.3", "CT2.1")]
    public void An_abbreviated_label_misread_is_the_next_one(string first, string second, string third, string next) =>
        Assert.Equal("1=2, 1.1=2, 1.2=2, 1.3=2, 2=1, 2.1=1, 2.2=1", UnitForms.Results(UnitForms.Summary(UnitForms.SummaryHead().Table(Four,
            Head,
            ["TC1", "Điều kiện học tập", "", "Mức độ 2"],
            [first, "Có kế hoạch", "Đã có", "Mức độ 2"],
            [second, "Bố trí kinh phí", "Đủ", "Mức độ 2"],
            [third, "Hằng quý có kiểm tra", "Đủ", "Mức độ 2"],
            ["TC2", "Kết quả học tập", "", "Mức độ 1"],
            [next, "Tỷ lệ hoàn thành", "91%", "Mức độ 1"],
            [first.Contains('.', StringComparison.Ordinal) ? "CT2.2" : "CT2", "Công dân học tập", "79%", "Mức độ 1"],
            ["TỔNG HỢP", "<", "", "Mức độ 1"]).SignedOff())));

    [Theory]
    [InlineData("1C2", "CT2.1")]
    [InlineData("TCB. : phon=", "CT2.1")]
    [InlineData("1C2", "CT72.1")] // 9014-157
    public void A_criterion_whose_label_hardly_shows_is_told_by_its_first_indicator(string label, string next) =>
        Assert.Equal("1=2, 1.1=2, 1.2=2, 2=1, 2.1=1", UnitForms.Results(UnitForms.Summary(UnitForms.SummaryHead().Table(Four,
            Head,
            ["TC1", "Điều kiện học tập", "", "Mức độ 2"],
            ["CT1.1", "Có kế hoạch", "Đã có", "Mức độ 2"],
            ["CT1.2", "Bố trí kinh phí", "Đủ", "Mức độ 2"],
            [label, "Kết quả học tập", "", "Mức độ 1"],
            [next, "Tỷ lệ hoàn thành", "91%", "Mức độ 1"],
            ["TỔNG HỢP", "<", "", "Mức độ 1"]).SignedOff())));

    [Theory]
    [InlineData("CT1.a", "CT1.b", "TC2", "CT2.a", "CT2.b")]
    [InlineData("CTI1.-", "CTI1.-", "T1C2", "CT2.-", "CT2.~")]
    [InlineData("CT1.", "CTI1.=", "TC2", "CT2.", "CT2.-")]
    [InlineData("©TI1.-", "CTI1.<", "TC2", "CT2.", "ST2.=")]
    [InlineData("CT1.", "CTI1.=", "TC2", "CT2.", "CT4.<")]
    [InlineData("CT1.1", "CT1.2", "T1CŒG2", "CT12.1", "CT12.2")]
    [InlineData("CT1", "CT2.-", "TC2", "CT1", "CT2")]
    [InlineData("CT1", "CT2", "TC2", "CTI1", "CT2")]
    public void Of_an_abbreviated_label_what_shows_tells_with_the_rows_beside_it(string first, string second, string criterion, string next, string last) =>
        Assert.Equal("1=2, 1.1=2, 1.2=2, 2=1, 2.1=1, 2.2=1, 3=2", UnitForms.Results(UnitForms.Summary(UnitForms.SummaryHead().Table(Ticks,
            [.. TickHead,
            ["TC1", "Điều kiện học tập", "", "", "", "x"],
            [first, "Có kế hoạch", "Đã có", "", "", "x"],
            [second, "Bố trí kinh phí", "Đủ", "", "", "x"],
            [criterion, "Kết quả học tập", "", "", "x", ""],
            [next, "Tỷ lệ hoàn thành", "91%", "", "x", ""],
            [last, "Công dân học tập", "79%", "", "x", ""],
            ["TC3", "Văn hóa đọc", "", "", "", "x"],
            ["TỔNG HỢP", "<", "", "", "x", ""]]).SignedOff())));

    [Theory]
    [InlineData("h)", "2")]
    [InlineData("c)", "3")]
    public void A_letter_that_recognition_takes_for_another_is_the_next_one_and_another_letter_is_itself(string second, string number) =>
        Assert.Equal($"1=2, 1.1=2, 1.{number}=2, 2=2, 2.1=2", UnitForms.Results(UnitForms.Summary(UnitForms.SummaryHead().Table(Ticks,
            [.. TickHead,
            ["1", "Điều kiện học tập", "", "", "", "x"],
            ["a)", "Có kế hoạch", "Đã có", "", "", "x"],
            [second, "Bố trí kinh phí", "Đủ", "", "", "x"],
            ["2", "Kết quả học tập", "", "", "", "x"],
            ["a)", "Tỷ lệ hoàn thành", "91%", "", "", "x"],
            ["TỔNG HỢP", "<", "", "", "", "x"]]).SignedOff())));

    [Fact]
    public void A_speck_like_a_numeral_among_letters_is_none() =>
        Assert.Equal("1=2, 1.1=2, 1.2=2, 1.3=2, 2=2, 2.1=2", UnitForms.Results(UnitForms.Summary(UnitForms.SummaryHead().Table(Ticks,
            [.. TickHead,
            ["1", "Điều kiện học tập", "", "", "", "x"],
            ["a)", "Có kế hoạch", "Đã có", "", "", "x"],
            ["x", "Bố trí kinh phí", "Đủ", "", "", "x"],
            ["c)", "Hằng quý có kiểm tra", "Đủ", "", "", "x"],
            ["2", "Kết quả học tập", "", "", "", "x"],
            ["a)", "Tỷ lệ hoàn thành", "91%", "", "", "x"],
            ["TỔNG HỢP", "<", "", "", "", "x"]]).SignedOff())));

    [Theory]
    [InlineData("3.l", "2.2")]
    [InlineData("3.1", "32")]
    [InlineData("3.1", "22")]
    public void A_dotted_number_of_which_a_digit_was_misread(string third, string second) =>
        Assert.Equal("1=2, 1.1=2, 2=2, 2.1=2, 2.2=2, 3=1, 3.1=1", UnitForms.Results(UnitForms.Summary(UnitForms.SummaryHead().Table(Four,
            Head,
            ["1", "Điều kiện học tập", "", "Mức độ 2"],
            ["1.1", "Có kế hoạch", "Đã có", "Mức độ 2"],
            ["2", "Kết quả học tập", "", "Mức độ 2"],
            ["2.1", "Tỷ lệ hoàn thành", "91%", "MÐĐ2"],
            [second, "Công dân học tập", "79%", "Mức độ 2"],
            ["A.", "Văn hóa đọc", "", "Mức độ 1"],
            [third, "Có tủ sách", "Đã có", "Mức độ 1"],
            ["TỔNG HỢP", "<", "", "Mức độ 1"]).SignedOff())));

    [Theory]
    [InlineData("Tiêu chí II", "Tiêu chí III")]
    [InlineData("Tiêu chí H", "Tiêu chí 11")]
    [InlineData("Tiêu chí 11", "Tiêu chí III")]
    public void Strokes_of_a_numeral_read_as_ones(string second, string third) =>
        Assert.Equal("1=2, 1.1=2, 2=2, 2.1=2, 3=1, 3.1=1", UnitForms.Results(UnitForms.Summary(UnitForms.SummaryHead().Table([1, 1, 4, 3, 1.5],
            ["Tiêu chí", "Chỉ tiêu", "Nội dung", "Tóm tắt kết quả", "Kết quả tự đánh giá"],
            ["Tiêu chí I", "Điều kiện học tập", "<", "<", "Mức độ 2"], ["^", "Chỉ tiêu 1", "Có kế hoạch", "Đã có", "Mức độ 2"],
            [second, "Kết quả học tập", "<", "<", "Mức độ 2"], ["^", "Chỉ tiêu 1", "Tỷ lệ hoàn thành", "91%", "Mức độ 2"],
            [third, "Văn hóa đọc", "<", "<", "Mức độ 1"], ["^", "Chỉ tiêu 1", "Có tủ sách", "Đã có", "Mức độ 1"],
            ["TỔNG HỢP", "<", "<", "<", "Mức độ 1"]).SignedOff())));

    [Theory]
    [InlineData("(1)", "(5)")]
    [InlineData("(1D", "5)")]
    [InlineData("(1)", "(Œ)")]
    public void A_row_that_numbers_the_columns_belongs_to_the_head(string first, string last) =>
        Assert.Equal("1=2, 1.1=2, 2=1, 2.1=1", UnitForms.Results(UnitForms.Summary(UnitForms.SummaryHead().Table([1, 1, 4, 3, 1.5],
            ["Tiêu chí", "Chỉ tiêu", "Nội dung tiêu chí, chỉ tiêu", "Tóm tắt kết quả đạt được", "Kết quả đánh giá"], [first, "(2)", "(3)", "(4)", last],
            ["Tiêu chí I", "Điều kiện học tập", "<", "<", "MĐ2"], ["^", "Chỉ tiêu 1", "Có kế hoạch", "Đã có", "MĐ2"],
            ["Tiêu chí II", "Kết quả học tập", "<", "<", "MĐ1"], ["^", "Chỉ tiêu 1", "Tỷ lệ hoàn thành", "91%", "MĐ1"],
            ["TỔNG HỢP", "<", "<", "<", "MĐ1"]).SignedOff())));

    [Fact]
    public void What_a_seal_hides_is_not_blank()
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 3, 3], Head, ["1", "Điều kiện học tập", "", "Mức độ 2"], ["1.1", "Có kế hoạch", "Đã có", "Mức độ 2"], ["TỔNG HỢP", "<", "", ""]).From(0.27).SignedOff());
        Assert.NotNull(form.OverallDoubt);
    }

    // In a table with a sure "2" no stroke is a Roman numeral.
    [Theory]
    [InlineData("MĐI1", "MĐ2", 0.7, 0.8)]
    [InlineData("MĐI", "MĐ2", 0.7, 0.8)]
    [InlineData("MĐ1", "MĐ2", 0.7, 0.8)]
    [InlineData("MĐI1", "MĐII", 0, 0.2)]
    public void A_level_read_weakly(string weak, string other, double least, double most)
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table(Four, Head, ["1", "Điều kiện học tập", "", other], ["1.1", "Có kế hoạch", "Đã có", other], ["1.2", "Bố trí kinh phí", "Đủ", weak], ["TỔNG HỢP", "<", "", other]).SignedOff().Unsure(weak, 0.15));
        Assert.InRange(form.Criteria.Single(row => row.Indicator == 2).Result!.Confidence.Value, least, most);
    }

    [Fact]
    public void A_repeated_head_of_which_a_false_line_parts_the_first_column()
    {
        string[] upper = ["Nội dung", "Tự đánh giá", "<", "<", "Tóm tắt kết quả"], lower = ["^", "Không đạt", "Mức độ 1", "Mức độ 2", "^"];
        double[] columns = [1, 4, 1, 1, 1, 3];
        var form = UnitForms.Summary(
            UnitForms.SummaryHead().Table(columns, ["Số TT", .. upper], ["^", .. lower], ["1", "Điều kiện học tập", "", "", "x", ""], ["1.1", "Có kế hoạch", "", "", "x", "Đã có"]),
            new Paper().Table(columns, ["", .. upper], ["S%u UỤ", .. lower], ["2", "Kết quả học tập", "", "x", "", ""], ["2.1", "Tỷ lệ hoàn thành", "", "x", "", "91%"], ["TỔNG HỢP", "<", "", "x", "", ""]).SignedOff());
        Assert.Equal("1=2, 1.1=2, 2=1, 2.1=1", UnitForms.Results(form));
    }

    // A false line through the head leaves "Kết c" over one column and "uả tự đánh giá" over the others.
    [Fact]
    public void A_head_that_a_false_line_parts_stands_over_the_results_named_below_it() =>
        Assert.Equal("1=2, 1.1=2, 1.2=no", UnitForms.Results(UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 3, 1, 1, 1],
            ["Tiêu chí, chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Kết c", "uả tự đánh giá", "<"],
            ["^", "^", "^", "Không đạt", "Mức độ 1", "Mức độ 2"],
            ["Tiêu chí 1: Điều kiện", "<", "<", "", "", "x"],
            ["1.1", "Có kế hoạch", "Đã có", "", "", "x"],
            ["1.2", "Có tủ sách", "Chưa có", "x", "", ""],
            ["TỔNG HỢP", "<", "<", "", "", "x"]).SignedOff())));

    [Fact]
    public void A_head_whose_first_cells_ran_into_one_is_a_head() =>
        Assert.Equal("1=1, 1.1=1", UnitForms.Results(UnitForms.Summary(UnitForms.SummaryHead().Table([1, 4, 3, 2, 1, 1, 1],
            ["STT. Ì Nội dung tiêu chí, chỉ tiêu", "<", "Kết quả thực hiện", "Minh chứng", "Kết quả đánh giá", "<", "<"],
            ["^", "<", "^", "^", "Không đạt", "Mức độ 1", "Mức độ 2"],
            ["1.", "Điều kiện học tập", "", "", "", "x", ""],
            ["1.1.", "Có kế hoạch", "Đã có", "KH 1", "", "x", ""],
            ["Tổng hợp", "<", "<", "<", "", "x", ""]).SignedOff())));

    [Fact]
    public void A_head_of_which_the_first_word_was_read_as_an_x() =>
        Assert.Equal("1=2, 1.1=2", UnitForms.Results(UnitForms.Summary(UnitForms.SummaryHead().Table(Ticks,
            ["x", "Nội dung", "Kết quả thực hiện", "Không đạt", "Mức độ 1", "Mức độ 2"], ["1. Điều kiện", "<", "", "", "", "x"], ["1.1", "Có kế hoạch", "Đã có", "", "", "x"], ["TỔNG HỢP", "<", "<", "", "", "x"]).SignedOff())));

    [Theory]
    [InlineData("II. Kết quả học tập", "III. Văn hóa đọc")]
    [InlineData("H. Kết quả học tập", "III. Văn hóa đọc")]
    [InlineData("II. Kết quả học tập", "II. Văn hóa đọc")]
    public void A_numeral_beside_tall_cells_that_lost_or_gained_a_stroke(string second, string third) =>
        Assert.Equal("1=2, 1.1=2, 2=1, 2.1=1, 3=2, 3.1=2", UnitForms.Results(Sorted(UnitForms.Summary(UnitForms.SummaryHead().Table([2, 4, 3, 1.5],
            ["Tiêu chí", "Chỉ tiêu", "Kết quả thực hiện", "Kết quả tự đánh giá"],
            ["I. Điều kiện học tập", "1. Có kế hoạch", "Đã có", "MĐ 2"],
            ["^", "Kết quả tiêu chí I", "<", "Mức độ 2"],
            [second, "1. Tỷ lệ hoàn thành", "91%", "Mức 1"],
            ["^", "Kết quả tiêu chí II", "<", "Mức độ 1"],
            [third, "1. Có tủ sách", "Đã có", "MĐ 2"],
            ["^", "Kết quả tiêu chí III", "<", "Mức độ 2"],
            ["TỔNG HỢP CHUNG", "<", "<", "Mức độ 1"]).SignedOff()))));

    [Fact]
    public void The_first_indicator_beside_a_tall_cell_that_a_row_below_closes() =>
        Assert.Equal("1=2, 1.1=2, 1.2=2, 2=1, 2.1=1, 2.2=1", UnitForms.Results(Sorted(UnitForms.Summary(UnitForms.SummaryHead().Table([2, 4, 3, 1.5],
            ["Tiêu chí", "Chỉ tiêu", "Kết quả thực hiện", "Kết quả tự đánh giá"],
            ["TC1. Điều kiện học tập", "(T1 1 Iãnh đạo đơn vị có văn bản", "Đã có", "Mức độ 2"],
            ["^", "CT1.2. Bố trí kinh phí", "Đủ", "Mức độ 2"],
            ["^", "Kết quả tiêu chí 1", "<", "Mức độ 2"],
            ["TC2. Kết quả học tập", "CT2.1. Tỷ lệ hoàn thành", "91%", "Mức độ 1"],
            ["^", "CT2.2. Công dân học tập", "79%", "Mức độ 1"],
            ["^", "Kết quả tiêu chí 2", "<", "Mức độ 1"],
            ["TỔNG HỢP CHUNG", "<", "<", "Mức độ 1"]).SignedOff()))));

    [Theory]
    [InlineData("", "", "", "")]
    [InlineData("", "", "", "z")]
    public void The_rest_of_the_offices_words_on_the_next_page_is_no_row(string notMet, string first, string label, string second)
    {
        var form = UnitForms.Summary(
            UnitForms.SummaryHead().Table(Ticks, [.. TickHead, ["1", "Điều kiện học tập", "", "", "", "x"], ["1.1", "Có kế hoạch", "Đã chi", "", "", "x"]]),
            new Paper().Read(0.6).Table(Ticks, [[label, "", "phí trong năm là 79 triệu đồng.", notMet, first, second]]).Read(1).From(0.081)
                .Table(Ticks, ["1.2", "Bố trí kinh phí", "Đủ", "", "", "x"], ["2", "Kết quả học tập", "", "", "x", ""], ["2.1", "Tỷ lệ hoàn thành", "91%", "", "x", ""], ["TỔNG HỢP", "<", "<", "", "x", ""]).SignedOff());
        Assert.Equal("1=2, 1.1=2, 1.2=2, 2=1, 2.1=1", UnitForms.Results(form));
    }

    [Theory]
    [InlineData(0.95, true)]
    [InlineData(1, false)]
    public void A_row_that_the_end_of_a_scanned_page_cut_may_have_lost_its_tick(double read, bool isDoubt)
    {
        var form = UnitForms.Summary(
            UnitForms.SummaryHead().Read(read).Table(Ticks, [.. TickHead, ["1", "Điều kiện học tập", "", "", "", "x"], ["1.1", "Có kế hoạch", "Đã chi", "", "", ""]]),
            new Paper().Read(read).Table(Ticks, ["", "", "phí trong năm là 79 triệu đồng.", "", "", ""], ["1.2", "Bố trí kinh phí", "Đủ", "", "", "x"], ["TỔNG HỢP", "<", "<", "", "", "x"]).SignedOff());
        Assert.Equal(isDoubt ? "1=2, 1.1=-?, 1.2=2" : "1=2, 1.1=-, 1.2=2", UnitForms.Results(form));
    }

    [Fact]
    public void Where_label_and_text_share_a_cell_a_short_rest_of_the_text_is_no_label()
    {
        string[] head = ["Tiêu chí, chỉ tiêu", "Kết quả thực hiện", "Kết quả tự đánh giá"];
        var form = UnitForms.Summary(
            UnitForms.SummaryHead().Table([4, 3, 1.5], head, ["1. Điều kiện học tập của đơn vị", "", "Mức độ 2"], ["a) Có kế hoạch học tập hằng năm", "Đã có", "Mức độ 2"], ["b) Vận động gia đình “Gia đình học", "Đã có", ""]),
            new Paper().Table([4, 3, 1.5], ["tập”", "và đủ", "Mức độ 2"], ["TỔNG HỢP", "<", "Mức độ 2"]).SignedOff());
        Assert.Equal("1=2, 1.1=2, 1.2=2", UnitForms.Results(form));
    }

    [Theory]
    [InlineData("KẾT", "QUẢ CHUNG")]
    [InlineData("TỐNG:", "-IỢP CHUNG")] // 9014-054
    public void A_border_through_the_words_of_the_overall_row(string left, string right) => Assert.Equal(Result.Level1, UnitForms.Summary(UnitForms.SummaryHead().Table(Four,
        Head, ["1", "Điều kiện học tập", "", "Mức độ 1"], ["1.1", "Có kế hoạch", "Đã có", "Mức độ 1"], [left, right, "", "Mức độ 1"]).SignedOff()).Declared?.Value);

    [Theory]
    [InlineData("MĐ2", 0.45, true)]
    [InlineData("MĐ2", 0.1, false)]
    [InlineData("Chưa", 0.45, false)]
    public void A_level_that_was_read_weakly_is_seldom_another(string word, double read, bool isSure)
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table(Four, Head,
            ["1", "Điều kiện học tập", "", word == "Chưa" ? "Chưa đạt" : word]).Unsure(word, read).SignedOff());
        Assert.Equal(isSure, form.Criteria[0].Result!.Confidence.Value >= 0.7);
    }

    [Fact]
    public void Ink_in_tick_cells_that_is_no_tick_is_a_doubt_and_no_blank()
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table(Ticks, [.. TickHead, ["1", "Điều kiện học tập", "", "", "", "x"], ["1.1", "Có kế hoạch", "Đã có", "", "", "x"], ["TỔNG HỢP", "<", "<", "", "`", ""]]).SignedOff());
        Assert.True(form is { Declared: null, OverallDoubt: not null });
    }

    [Fact]
    public void A_stretch_of_shadow_that_parts_only_the_first_column_parts_no_row()
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Table(Four,
            Head,
            ["TC1", "Điều kiện học tập", "", "Mức độ 2"],
            ["CT1.1", "Có kế hoạch", "Đã có", "Mức độ 2"],
            ["", "Bố trí kinh phí", "Đủ", "Mức độ 2"],
            ["CT1.2", "^", "^", "^"],
            ["", "^", "^", "^"],
            ["TC2", "Kết quả học tập", "", "Mức độ 1"],
            ["CT2.1", "Tỷ lệ hoàn thành", "91%", "Mức độ 1"],
            ["TỔNG HỢP", "<", "", "Mức độ 1"]).SignedOff());
        Assert.Equal("1=2, 1.1=2, 1.2=2, 2=1, 2.1=1", UnitForms.Results(form));
    }

    private static FormReading Sorted(FormReading form) => form with { Criteria = [.. form.Criteria.OrderBy(row => row.Criterion).ThenBy(row => row.Indicator ?? 0)] };
}
