using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Splitting;

/// <summary>Which pages belong to which form.</summary>
public sealed class SplittingTests
{
    private static readonly double[] Four = [1, 4, 3, 1.5];
    private static readonly string[] Head = ["Tiêu chí, chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá"];

    private static Paper FirstHalf() => UnitForms.SummaryHead().Table(Four, Head, ["Tiêu chí 1: Điều kiện", "<", "", "Mức độ 2"], ["Chỉ tiêu 1", "Có kế hoạch", "Đã có", "Mức độ 2"]);

    private static Paper SecondHalf() => new Paper().Table(Four, ["Chỉ tiêu 2", "Bố trí kinh phí", "Đủ", "Mức độ 2"], ["TỔNG HỢP", "<", "", "Mức độ 2"]).SignedOff();

    private static string Pages(DossierReading reading) => string.Join("; ", reading.Forms.Select(form => $"{form.File} {form.Form} {string.Join(',', form.Pages)}"));

    private static string Problems(DossierReading reading) => string.Join("; ", reading.Files.SelectMany(file => file.Problems.Select(problem => $"{problem.Code} {problem.Page}")));

    [Fact]
    public void One_file_with_every_form() =>
        Assert.Equal("a.pdf unit-m10 1; a.pdf unit-m04 2; a.pdf unit-m18 3,4", Pages(UnitForms.Read(Paper.File("a.pdf", UnitForms.Letter(), UnitForms.Report(), FirstHalf(), SecondHalf()))));

    [Fact]
    public void Any_order_with_blank_backs()
    {
        var reading = UnitForms.Read(Paper.File("a.pdf", FirstHalf(), new Paper(), SecondHalf(), new Paper(), UnitForms.Report(), UnitForms.Letter()));
        Assert.Equal("a.pdf unit-m18 1,3; a.pdf unit-m04 5; a.pdf unit-m10 6", Pages(reading));
        Assert.Equal("PageBlank 2; PageBlank 4", Problems(reading));
    }

    [Fact]
    public void A_second_copy_belongs_to_no_form()
    {
        var reading = UnitForms.Read(Paper.File("a.pdf", UnitForms.Letter(), UnitForms.Letter(), UnitForms.Report()));
        Assert.Equal("a.pdf unit-m10 1; a.pdf unit-m04 3", Pages(reading));
        var copy = Assert.Single(reading.Files[0].Problems);
        Assert.Equal((FindingCode.PageDuplicate, 2, 1), (copy.Code, copy.Page, copy.OriginalPage));
    }

    [Fact]
    public void Last_years_letter_is_no_copy() =>
        Assert.Equal("a.pdf unit-m10 1; a.pdf unit-m10 2", Pages(UnitForms.Read(Paper.File("a.pdf", UnitForms.Letter(), UnitForms.Letter(year: 2024)))));

    [Fact]
    public void A_form_over_two_files_has_an_entry_in_each()
    {
        var reading = UnitForms.Read(Paper.File("a.pdf", UnitForms.Letter(), FirstHalf()), Paper.File("b.pdf", SecondHalf()), Paper.File("c.pdf", UnitForms.Report()));
        Assert.Equal("a.pdf unit-m10 1; a.pdf unit-m18 2; b.pdf unit-m18 1; c.pdf unit-m04 1", Pages(reading));
        Assert.Equal([false, false, true, false], reading.Forms.Select(form => form.ContinuesPrevious));
        Assert.Equal("1=2, 1.1=2", UnitForms.Results(reading.Forms[1]));
        Assert.Equal("1.2=2", UnitForms.Results(reading.Forms[2]));
        Assert.Equal("2", UnitForms.Name(reading.Forms[2].Declared?.Value));
    }

    // 9014-088: the second photo had no sign of its form but the columns of its table; 9013-025: it was taken from nearer, too.
    [Theory]
    [InlineData(1)]
    [InlineData(1.07)]
    public void A_table_photographed_at_a_slant_goes_on_in_another_file(double nearer)
    {
        double[] widths = [2, 3, 3, 1, 1];
        var first = UnitForms.SummaryHead().Table(widths, ["Tiêu chí", "Chỉ tiêu", "Tóm tắt kết quả đạt được", "Mức độ 1", "Mức độ 2"],
            ["1. Điều kiện học tập", "1.1. Có kế hoạch", "Đã có", "", "x"], ["^", "1.2. Bố trí kinh phí", "Đủ", "", "x"], ["^", "1.3. Có phòng học", "Đủ", "", "x"],
            ["^", "1.4. Có máy tính", "Đủ", "", "x"], ["^", "1.5. Có mạng", "Đủ", "", "x"], ["^", "1.6. Có sách", "Đủ", "", "x"]).Slanting(-0.01);
        var second = new Paper().Table(widths, ["2. Kết quả học tập", "2.1. Tỷ lệ hoàn thành", "91%", "x", ""], ["^", "2.2. Công dân học tập", "79%", "x", ""], ["TỔNG HỢP", "<", "<", "x", ""]).Wider(nearer);
        Assert.Equal("a.pdf unit-m18 1; b.pdf unit-m18 1", Pages(UnitForms.Read(Paper.File("a.pdf", first), Paper.File("b.pdf", second))));
    }

    // 9009-176: of the overall row alone on the last page, the label and the text were one cell.
    [Fact]
    public void The_overall_row_alone_in_another_file_ends_the_table_before_it()
    {
        double[] five = [1, 4, 3, 1, 1];
        var reading = UnitForms.Read(
            Paper.File("1.pdf", UnitForms.SummaryHead().Table(five, ["STT", "Nội dung", "Tóm tắt kết quả đạt được", "Mức độ 1", "Mức độ 2"], ["1", "Điều kiện học tập", "", "", "x"], ["1.1", "Có kế hoạch", "Đã có", "", "x"])),
            Paper.File("2.pdf", new Paper().Table(five, ["1.2", "Bố trí kinh phí", "Đủ", "", "x"], ["1.3", "Có tủ sách", "Đã có", "", "x"]), new Paper().Table(five, ["TỔNG HỢP", "<", "<", "", "x"]).SignedOff()));
        Assert.Equal("1.pdf unit-m18 1; 2.pdf unit-m18 1,2", Pages(reading));
        Assert.Equal("2", UnitForms.Name(reading.Forms[1].Declared?.Value));
    }

    [Fact]
    public void The_end_of_a_form_may_come_in_an_earlier_file()
    {
        var reading = UnitForms.Read(Paper.File("1.pdf", SecondHalf()), Paper.File("2.pdf", FirstHalf()));
        Assert.Equal("2.pdf unit-m18 1; 1.pdf unit-m18 1", Pages(reading));
        Assert.Equal([false, true], reading.Forms.Select(form => form.ContinuesPrevious));
        Assert.Equal("1.2=2", UnitForms.Results(reading.Forms[1]));
    }

    [Fact]
    public void A_page_with_the_signature_block_alone_ends_the_form()
    {
        var report = new Paper().Corner("Mẫu 04").Letterhead("UBND PHƯỜNG KINH MÔN", "TRƯỜNG THCS AN PHỤ", "Số: 63/BC", "Kinh Môn, ngày 05 tháng 01 năm 2026")
            .Centre("BÁO CÁO").Centre("Tự đánh giá, công nhận “Đơn vị học tập” cấp phường năm 2025").Line("I. ĐẶC ĐIỂM TÌNH HÌNH").Line("Đơn vị tự đánh giá đạt mức độ 1.");
        var reading = UnitForms.Read(Paper.File("a.pdf", report, new Paper().SignedOff(), UnitForms.Letter()));
        Assert.Equal("a.pdf unit-m04 1,2; a.pdf unit-m10 3", Pages(reading));
        Assert.Equal("Nguyễn Thị Hòa", reading.Forms[0].Header.Signer?.Value);
    }

    [Fact]
    public void A_page_slipped_behind_another_form_is_found_by_its_table()
    {
        var reading = UnitForms.Read(Paper.File("a.pdf", FirstHalf(), UnitForms.Report(), UnitForms.Letter(), SecondHalf()));
        Assert.Equal("a.pdf unit-m18 1,4; a.pdf unit-m04 2; a.pdf unit-m10 3", Pages(reading));
        Assert.Equal("1=2, 1.1=2, 1.2=2", UnitForms.Results(reading.Forms[0]));
    }

    [Fact]
    public void A_page_may_lie_before_the_beginning_of_its_form() =>
        Assert.Equal("a.pdf unit-m18 1,3; a.pdf unit-m10 2", Pages(UnitForms.Read(Paper.File("a.pdf", SecondHalf(), UnitForms.Letter(), FirstHalf()))));

    [Fact]
    public void A_signature_page_goes_to_the_form_that_lacks_a_signature_and_has_the_number_before()
    {
        static Paper Open(string number, string subject) => new Paper().Letterhead("UBND PHƯỜNG KINH MÔN", "TRƯỜNG THCS AN PHỤ", number, "Kinh Môn, ngày 05 tháng 01 năm 2026")
            .Centre("BÁO CÁO").Centre(subject).Line("I. ĐẶC ĐIỂM TÌNH HÌNH").Line("Đơn vị tự đánh giá đạt mức độ 1.");
        var reading = UnitForms.Read(Paper.File("a.pdf", Open("Số: 63/BC", "Tự đánh giá, công nhận “Đơn vị học tập” cấp phường năm 2025"), UnitForms.Letter(), new Paper().Centre("2").SignedOff()));
        Assert.Equal("a.pdf unit-m04 1,3; a.pdf unit-m10 2", Pages(reading));
    }

    [Fact]
    public void Printed_numbers_put_pages_in_order()
    {
        static Paper Middle(string number) => new Paper().Centre(number).Table(Four, [$"Chỉ tiêu {number}", "Bố trí kinh phí", "Đủ", "Mức độ 2"]);
        var reading = UnitForms.Read(Paper.File("a.pdf", FirstHalf(), Middle("3"), Middle("2"), new Paper().Centre("4").Table(Four, ["TỔNG HỢP", "<", "", "Mức độ 2"]).SignedOff()));
        Assert.Equal("a.pdf unit-m18 1,2,3,4", Pages(reading));
        Assert.Equal("1=2, 1.1=2, 1.2=2, 1.3=2", UnitForms.Results(reading.Forms[0]));
    }

    [Theory]
    [InlineData("7%", "0", 0.1, "thêm-18", "thêm-18", true)]
    [InlineData("7%", "7%", 1.0, "thêm-18", "thêm 18", true)]
    [InlineData("7%", "9%", 1.0, "thêm-18", "thêm-18", false)]
    [InlineData("M16", "MC 16", 1.0, "thêm-18", "thêm-18", true)]
    [InlineData("S1", "51", 1.0, "thêm-18", "thêm-18", true)]
    [InlineData("M16", "MC 19", 1.0, "thêm-18", "thêm-18", false)]
    public void A_copy_has_the_same_numbers_in_the_same_places(string share, string again, double read, string bought, string boughtAgain, bool isCopy)
    {
        static Paper Page(string share, string bought) => new Paper()
            .Line("Đơn vị đã ban hành kế hoạch học tập và giao việc cho từng bộ phận theo đúng quy định hiện hành.").Line($"So với năm trước tăng {share} vượt mức đề ra trong kế hoạch của đơn vị và của cấp trên giao.")
            .Line($"Trang bị {bought} máy tính phục vụ việc học của cán bộ, công chức, viên chức và người lao động.").Line("Hồ sơ lưu tại văn phòng của đơn vị.");
        var reading = UnitForms.Read(Paper.File("a.pdf", Page(share, bought), Page(again, boughtAgain).Unsure(again, read)));
        Assert.Equal(isCopy, reading.Files[0].Problems.Any(problem => problem.Code == FindingCode.PageDuplicate));
    }

    // 9006-011: a worn page had "228" where its copy had "223".
    [Theory]
    [InlineData("223", "228", "PageDuplicate 2; LowConfidence 2")]
    [InlineData("223", "223", "PageDuplicate 2")]
    [InlineData("223", "273.", "PageDuplicate 2; LowConfidence 2")]
    [InlineData("223", "278", "")]
    [InlineData("223", "1223", "")]
    public void One_digit_among_many_numbers_is_misread_and_told(string once, string again, string problems)
    {
        static Paper Page(string communes) => new Paper()
            .Line("Kết quả toàn tỉnh có 224 xã, phường được đánh giá, xếp loại, trong đó xếp loại Tốt 139 đơn vị,").Line("chiếm 62,1%, xếp loại Khá 60 đơn vị, chiếm 26,8%, xếp loại Trung bình 20 đơn vị, chiếm 8,9%.")
            .Line($"Phấn đấu năm tới có {communes} xã, phường được đánh giá, xếp loại, trong đó xếp loại Tốt 114 đơn vị,").Line("chiếm 51,1%, xếp loại Khá 87 đơn vị, chiếm 39,0%, xếp loại Trung bình 22 đơn vị, chiếm 9,9%.");
        Assert.Equal(problems, Problems(UnitForms.Read(Paper.File("a.pdf", Page(once), Page(again)))));
    }

    [Fact]
    public void The_last_pages_of_two_years_are_alike_but_for_a_line_each()
    {
        static Paper Open(int year) => new Paper().Corner("Mẫu 04").Letterhead("UBND PHƯỜNG KINH MÔN", "TRƯỜNG THCS AN PHỤ", $"Số: {year - 1900}/BC", $"Kinh Môn, ngày 05 tháng 01 năm {year + 1}")
            .Centre("BÁO CÁO").Centre($"Tự đánh giá, công nhận “Đơn vị học tập” cấp phường năm {year}").Line("I. ĐẶC ĐIỂM TÌNH HÌNH");
        static Paper Close(string to, string below) => new Paper().Centre("2").Line("Đối chiếu với quy định, Trường THCS An Phụ tự đánh giá đạt “Đơn vị học tập” mức độ 2, đủ điều kiện đề nghị công nhận.")
            .Line("Trong thời gian tới, đơn vị tiếp tục duy trì tủ sách dùng chung, khuyến khích mỗi người có một kế hoạch tự học và").Line("báo cáo kết quả hằng quý cho bộ phận thường trực của Tổ đánh giá.")
            .Columns("- Như trên;", "").Columns(to, "").Columns("", below).SignedOff();
        var reading = UnitForms.Read(Paper.File("1.pdf", Open(2025)), Paper.File("2.pdf", Close("- Đảng ủy;", ""), Open(2024), Close("", "(Ký tên, đóng dấu)")));
        Assert.Equal("1.pdf unit-m04 1; 2.pdf unit-m04 1; 2.pdf unit-m04 2,3", Pages(reading));
    }

    [Fact]
    public void Pages_of_no_known_form_are_one_entry()
    {
        static Paper Invitation(string day) => new Paper().Letterhead("UBND PHƯỜNG KINH MÔN", "CÔNG AN PHƯỜNG KINH MÔN", "Số: 9/GM", $"Kinh Môn, ngày {day} tháng 01 năm 2026")
            .Centre("GIẤY MỜI").Line("Trân trọng kính mời đồng chí tới dự hội nghị tổng kết công tác năm.").SignedOff();
        var reading = UnitForms.Read(Paper.File("a.pdf", Invitation("06"), UnitForms.Letter(), Invitation("07"), new Paper().Centre("GIẤY MỜI").Line("Trân trọng kính mời đồng chí tới dự hội nghị.").SignedOff()));
        Assert.Equal("a.pdf unknown 1,3,4; a.pdf unit-m10 2", Pages(reading));
        Assert.Equal([1, 3], reading.Forms.Single(form => form.Form == FormReading.Unknown).OwnPapers);
    }

    [Fact]
    public void A_title_tells_the_form_without_its_number()
    {
        var letter = new Paper().Letterhead("UBND PHƯỜNG KINH MÔN", "TRƯỜNG THCS AN PHỤ", "Số: 75/TTr", "Kinh Môn, ngày 05 tháng 01 năm 2026")
            .Centre("TỜ TRÌNH").Centre("Đề nghị đánh giá, công nhận “Đơn vị học tập” cấp phường năm 2025").SignedOff();
        var form = Assert.Single(UnitForms.Read(Paper.File("a.pdf", letter)).Forms);
        Assert.Equal("unit-m10", form.Form);
        Assert.Contains("TỜ TRÌNH", form.Reason, StringComparison.Ordinal);
        Assert.True(form.Confidence.Value > 0.6);
    }

    [Theory]
    [InlineData("MẬT", true)]
    [InlineData("TỐI MẬT", true)]
    [InlineData("TUYỆT MẬT", true)]
    [InlineData("MẶT TRẬN", false)]
    [InlineData("Bí mật", false)]
    public void Secrecy_stamps(string words, bool expected) =>
        Assert.Equal(expected, UnitForms.Read(Paper.File("a.pdf", new Paper().Line(words).Letterhead("A", "B", "Số: 1/CV", "Kinh Môn, ngày 05 tháng 01 năm 2026").Line("Nội dung công văn.")))
            .Files[0].Problems.Any(problem => problem.Code == FindingCode.SecretDocument));
}
