using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Tables;
using LearningSociety.Extraction.Tables.Borderless;
using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Tables;

/// <summary>Criterion tables of which no line was found: a scanner that knows only black and white drops hairlines whole.</summary>
public sealed class BorderlessTableTests
{
    private static readonly double[] Words = [2, 5, 4, 2];
    private static readonly double[] Ticks = [0.6, 2.4, 2.2, 1, 1, 1];
    private static readonly double[] Wide = [0.6, 2.4, 1, 1, 1, 2.2];
    private static readonly double[] Points = [2, 2, 5, 4, 1.5, 1.5];

    // 9006-152
    [Fact]
    public void Results_in_words_over_two_pages()
    {
        var form = UnitForms.Summary(
            UnitForms.SummaryHead().Gap().Table(Words,
                ["Tiêu chí, chỉ tiêu", "Nội dung", "Kết quả thực hiện", "Kết quả tự đánh giá"],
                ["Tiêu chí 1: Điều kiện học tập của cán bộ, công chức, viên chức và người lao động trong đơn vị", "<", "<", "Mức độ 2"],
                ["Chỉ tiêu 1", "Có kế hoạch học tập", "Đã ban hành", "Mức độ 2"],
                ["Chỉ tiêu 2", "Bố trí kinh phí", "Đã chi đủ", "Mức độ 2"],
                ["Tiêu chí 2: Kết quả học tập của cán bộ, công chức, viên chức và người lao động trong đơn vị", "<", "<", "Mức độ 1"]).WithoutLastTable(),
            new Paper().Table(Words,
                ["Chỉ tiêu 1", "Tỷ lệ hoàn thành", "Đạt 91%", "Mức độ 1"],
                ["Chỉ tiêu 2", "Công dân học tập", "Đạt 79%", "Mức độ 2"],
                ["Chỉ tiêu 3", "Tủ sách dùng chung", "Có 5 tủ", "Mức độ 2"],
                ["TỔNG HỢP", "<", "<", "Mức độ 1"]).WithoutLastTable().SignedOff());
        Assert.Equal("1=2, 1.1=2, 1.2=2, 2=1, 2.1=1, 2.2=2, 2.3=2", UnitForms.Results(form));
        Assert.Equal("1", UnitForms.Name(form.Declared?.Value));
        Assert.Equal("Đã chi đủ", form.Criteria[2].Summary);
    }

    // 9006-126
    [Fact]
    public void Points_below_a_head_of_two_rows()
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Gap().Table(Points,
            ["Tiêu chí", "Chỉ tiêu", "Nội dung", "Tóm tắt kết quả", "Kết quả tự đánh giá", "<"], ["", "", "", "", "Điểm tối đa", "Điểm đạt"],
            ["", "Điều kiện học tập của cán bộ, công chức, viên chức và người lao động trong đơn vị", "<", "<", "10", "9"],
            ["Tiêu chí 1", "Chỉ tiêu 1.1", "Có kế hoạch học tập", "Đã ban hành", "5", "5"],
            ["", "Chỉ tiêu 1.2", "Bố trí kinh phí", "Đã chi đủ", "5", "4"],
            ["", "Chỉ tiêu 1.3", "Tủ sách dùng chung", "Có 5 tủ", "5", "4"],
            ["TỔNG HỢP", "<", "<", "<", "10", "9"]).WithoutLastTable().SignedOff());
        Assert.Equal("1.1 5/5; 1.2 4/5; 1.3 4/5", string.Join("; ", form.Criteria.Where(row => row.Indicator is not null).Select(row => $"{row.Criterion}.{row.Indicator} {row.Score?.Value}/{row.MaxScore?.Value}")));
    }

    // 9005-195
    [Fact]
    public void Numbers_before_the_text_and_results_in_the_middle() =>
        Assert.Equal("1=1, 1.1=1, 1.2=2, 2=2, 2.1=2", UnitForms.Results(UnitForms.Summary(UnitForms.SummaryHead().Line("Đơn vị được đánh giá: Trường THCS An Phụ (do Hội đồng đánh giá thẩm định)").Table([4, 2, 4],
            ["Tiêu chí, chỉ tiêu", "Kết quả tự đánh giá", "Tóm tắt kết quả"],
            ["1. Cơ sở vật chất, học liệu", "Đạt mức 1", ""], ["1.1. Có tủ sách, góc đọc", "Đạt mức 1", "Hồ sơ lưu tại văn phòng gồm 15 văn bản"], ["1.2. Máy tính và đường truyền", "Đạt mức 2", "Hồ sơ lưu tại văn phòng gồm 6 văn bản"],
            ["2. Hiệu quả của việc học", "Đạt mức 2", ""], ["2.1. Cơ quan hoàn thành", "Đạt mức 2", "Ban hành Kế hoạch số 15/KH ngày 14/02"], ["TỔNG HỢP", "Đạt mức 1", ""]).WithoutLastTable().SignedOff())));

    // 9009-162
    [Fact]
    public void Ticks_below_a_head_of_two_rows_and_on_a_page_without_head()
    {
        var form = UnitForms.Summary(
            UnitForms.SummaryHead().Gap().Table(Ticks,
                ["Số TT", "Nội dung tiêu chí, chỉ tiêu", "Tóm tắt kết quả", "Kết quả tự đánh giá của đơn vị", "<", "<"], ["", "", "", "Mức độ 2", "Mức độ 1", "Không đạt"], ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
                ["I.", "Công tác lãnh đạo", "", "✓", "", ""], ["1.", "Lãnh đạo đơn vị", "Tổ chức 17 buổi", "✓", "", ""], ["2.", "Kế hoạch học tập", "Có biên bản", "", "✓", ""],
                ["II.", "Cơ sở vật chất", "", "✓", "", ""], ["1.", "Có tủ sách", "Có 72 người", "✓", "", ""]).WithoutLastTable(),
            new Paper().Table(Ticks,
                ["2.", "Máy tính", "Hồ sơ 12 văn bản", "✓", "", ""], ["3.", "Quy chế", "Đã thực hiện", "", "", "✓"], ["TỔNG HỢP", "<", "<", "", "✓", ""]).WithoutLastTable().SignedOff());
        Assert.Equal("1=2, 1.1=2, 1.2=1, 2=2, 2.1=2, 2.2=2, 2.3=no", UnitForms.Results(form));
        Assert.Equal("1", UnitForms.Name(form.Declared?.Value));
    }

    // 9010-005
    [Fact]
    public void Ticked_rows_of_several_lines_without_room_between_them()
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Gap().Rows(0.018).Table(Wide,
            ["STT", "Nội dung", "Kết quả đánh giá", "<", "<", "Kết quả thực hiện"], ["", "", "Mức độ 2", "Mức độ 1", "Không đạt", ""],
            ["I. Công tác lãnh đạo, tổ chức thực hiện", "<", "", "", "", ""], ["của đơn vị", "<", "", "✓", "", ""],
            ["1", "Lãnh đạo đơn vị", "", "✓", "", "Trang bị thêm 9 máy"], ["", "có văn bản", "", "", "", "tính và 57 đầu sách"],
            ["2", "Kế hoạch học tập", "✓", "", "", "Ban hành Kế hoạch số"], ["", "của cơ quan", "", "", "", "19/KH ngày 14/02"], ["", "công khai", "", "", "", ""],
            ["3", "Hằng quý", "", "", "✓", "Phối hợp với Hội"], ["", "rút kinh nghiệm", "", "", "", "Khuyến học"]).WithoutLastTable().SignedOff());
        Assert.Equal("1=1, 1.1=1, 1.2=2, 1.3=no", UnitForms.Results(form));
        Assert.Equal("Ban hành Kế hoạch số 19/KH ngày 14/02", form.Criteria[2].Summary);
    }

    [Fact]
    public void A_ticked_row_whose_mark_was_not_found_is_not_blank()
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Gap().Table(Ticks,
            ["Số TT", "Nội dung tiêu chí, chỉ tiêu", "Tóm tắt kết quả", "Kết quả tự đánh giá của đơn vị", "<", "<"], ["", "", "", "Mức độ 2", "Mức độ 1", "Không đạt"],
            ["I.", "Công tác lãnh đạo", "", "✓", "", ""], ["1.", "Lãnh đạo đơn vị", "Tổ chức 17 buổi", "", "", ""], ["2.", "Kế hoạch học tập", "Có biên bản", "", "✓", ""],
            ["II.", "Cơ sở vật chất", "", "✓", "", ""]).WithoutLastTable().SignedOff());
        Assert.Equal("1=2, 1.1=-, 1.2=1, 2=2", UnitForms.Results(form));
        Assert.Null(form.Criteria[1].ResultPlace);
    }

    [Fact]
    public void What_was_not_read_is_not_blank()
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Gap().Table(Words,
            ["Tiêu chí, chỉ tiêu", "Nội dung", "Kết quả thực hiện", "Kết quả tự đánh giá"],
            ["Tiêu chí 1", "Điều kiện học tập", "", "Mức độ 2"], ["Chỉ tiêu 1", "Có kế hoạch học tập", "Đã ban hành", "Mức độ 2"], ["Chỉ tiêu 2", "Bố trí kinh phí", "Đã chi đủ", ""],
            ["Chỉ tiêu 3", "Tủ sách dùng chung", "Có 5 tủ", "Mức độ 2"], ["TỔNG HỢP", "<", "<", "Mức độ 2"]).WithoutLastTable().SignedOff());
        Assert.Equal("1=2, 1.1=2, 1.2=-, 1.3=2", UnitForms.Results(form));
        Assert.Null(form.Criteria[2].ResultPlace);
    }

    [Fact]
    public void Numbered_paragraphs_are_no_table()
    {
        var report = UnitForms.Report();
        foreach (var number in Enumerable.Range(1, 6)) report = report.Line($"{number}. Về cơ sở vật chất: Đã thực hiện đủ các nội dung theo kế hoạch").Line("trong năm, có biên bản lưu tại đơn vị.");
        Assert.Equal("unit-m04", Assert.Single(UnitForms.Read(Paper.File("a.pdf", report)).Forms).Form);
        Assert.Empty(Assert.Single(UnitForms.Read(Paper.File("a.pdf", report)).Forms).Criteria);
    }

    // 9017-116: between two rows there was hardly more room than between two lines of one.
    [Fact]
    public void Labels_and_results_beside_the_middle_of_their_rows()
    {
        var form = UnitForms.Summary(
            UnitForms.SummaryHead().Gap().Rows(0.018).Table(Words, ["STT", "Nội dung", "Kết quả thực hiện", "Kết quả tự đánh giá"],
                ["I.", "Công tác lãnh đạo", "", "Mức độ 2"],
                ["", "Lãnh đạo đơn vị", "Trang bị thêm 9 máy", ""], ["1.", "có văn bản", "tính và 57 đầu sách", "Mức độ 2"], ["", "phân công", "cho thư viện", ""],
                ["", "Kế hoạch học tập", "Ban hành Kế hoạch số", ""], ["", "của cơ quan", "19/KH ngày 14/02", ""], ["2.", "được xây dựng", "và thông báo đến", "Mức độ 1"], ["", "từ đầu năm", "từng cá nhân, đăng", ""], ["", "học", "trên trang tin", ""]).WithoutLastTable(),
            new Paper().Rows(0.018).Table(Words,
                ["", "Hằng quý", "Phối hợp với Hội", ""], ["3.", "rút kinh nghiệm", "Khuyến học", "Không đạt"], ["", "việc thực hiện", "", ""],
                ["II.", "Cơ sở vật chất", "", "Mức độ 2"],
                ["", "Có tủ sách, góc", "27 người hoàn thành", ""], ["1.", "đọc hoặc kho", "khóa học, đạt 82%", "Mức độ 2"], ["", "học liệu", "", ""],
                ["KẾT QUẢ CHUNG", "<", "<", "Mức độ 1"]).WithoutLastTable().Gap().SignedOff());
        Assert.Equal("1=2, 1.1=2, 1.2=1, 1.3=no, 2=2, 2.1=2", UnitForms.Results(form));
        Assert.Equal("1", UnitForms.Name(form.Declared?.Value));
        Assert.Equal("Ban hành Kế hoạch số 19/KH ngày 14/02 và thông báo đến từng cá nhân, đăng trên trang tin", form.Criteria[2].Summary);
    }

    // 9019-173: the criterion stands left of the labels, beside all its rows.
    [Fact]
    public void Labels_right_of_a_criterion_that_stands_beside_all_its_rows()
    {
        var form = UnitForms.Summary(UnitForms.SummaryHead().Gap().Rows(0.018).Table([1.5, 1.5, 4, 4, 2], ["Tiêu chí", "Chỉ tiêu", "Nội dung", "Tóm tắt kết quả", "Kết quả tự đánh giá"],
            ["", "Sự lãnh đạo, chỉ đạo", "<", "<", "Mức độ 2"],
            ["", "", "Thực hiện công tác", "Tổ chức được 10 buổi", ""], ["", "CT1", "tuyên truyền", "sinh hoạt chuyên đề", "Mức độ 2"], ["", "", "và nâng cao nhận thức", "với 61 lượt người dự", ""],
            ["TC1", "", "Ban hành các", "So với năm trước", ""], ["", "CT2", "chương trình", "tăng 5%", "Mức độ 1"], ["", "", "và kế hoạch", "vượt mức đề ra", ""],
            ["", "", "Xây dựng kế hoạch", "Trang bị thêm 6 máy", ""], ["", "CT3", "triển khai các", "và bổ sung 47 đầu", "Mức độ 2"], ["", "", "hoạt động cụ thể", "sách mới", ""],
            ["KẾT QUẢ CHUNG", "<", "<", "<", "Mức độ 2"]).WithoutLastTable().Gap().SignedOff());
        Assert.Equal("1=2, 1.1=2, 1.2=1, 1.3=2", UnitForms.Results(form));
    }

    // 9016-151: labels beside the middle line of their rows were read as the beginning of that line, and no tick of the table was found.
    [Fact]
    public void Labels_that_stand_close_to_the_middle_of_their_text_are_apart_from_it()
    {
        string[] labels = ["CT1.1", "CT1.2", "CT1.3", "CT1.4"];
        string[] lines = ["Kế hoạch học tập", "của cơ quan được", "xây dựng từ đầu năm"];
        var (words, marks) = (new List<LayoutWord>(), new List<LayoutMark>());
        void Put(string text, double left, double top)
        {
            foreach (var word in text.Split(' '))
            {
                words.Add(new(word, new(0.95), new(left, top, left + (0.009 * word.Length), top + 0.01)));
                left += 0.009 * (word.Length + 1);
            }
        }

        for (var row = 0; row < labels.Length; row++)
        {
            var top = 0.3 + (0.06 * row);
            Put(labels[row], 0.15, top + 0.014);
            for (var line = 0; line < lines.Length; line++) Put(lines[line], 0.203, top + (0.014 * line));
            Put("Đã thực hiện", 0.5, top + 0.014);
            marks.Add(new(true, new(0.97), new(0.86, top + 0.015, 0.87, top + 0.023)));
        }

        var table = Assert.Single(BorderlessTable.Settled(Sheet.Of("a.pdf", new PageLayout(1, 595, 842, 0, [.. words], [], [], [.. marks], []))).Tables);
        Assert.Equal(labels, table.Cells.Where(cell => cell.Column == 0).Select(cell => cell.Text));
        Assert.Equal(labels.Select(_ => "✓"), table.Cells.Where(cell => cell.Column == table.Columns - 1).Select(cell => cell.Text));
    }
}
