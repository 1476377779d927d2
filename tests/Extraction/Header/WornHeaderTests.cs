using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Signatures;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Header;

/// <summary>Numbers, dates and agencies of worn pages: what hardly shows is told by the paper's title, its agency and the other papers.</summary>
public sealed class WornHeaderTests
{
    private const string Subject = "Đề nghị đánh giá, công nhận “Đơn vị học tập” cấp phường năm 2025";

    [Theory]
    [InlineData("TRẠM Y TẾ PHƯỜNG AN SƠN", "2//BUC-IYL", "27/BC-TYT")]
    [InlineData("TRẠM Y TẾ PHƯỜNG AN SƠN", "9'/9/HL'", "979/BC")]
    [InlineData("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "317/HL;-5(;1)w&ÐT", "317/BC-SGD&ĐT")]
    [InlineData("TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ", "164/BC-I HIHI h5", "164/BC-THTHCS")]
    [InlineData("TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ", "136/BC-THTHŒS", "136/BC-THTHCS")]
    [InlineData("TRẠM Y TẾ PHƯỜNG AN SƠN", "Z1/BC", "21/BC")]
    public void A_number_hardly_legible_has_the_signs_of_its_title_and_its_agency(string agency, string printed, string expected)
    {
        var page = new Paper().Columns("UBND PHƯỜNG AN SƠN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Columns(agency, "Độc lập - Tự do - Hạnh phúc").Gap()
            .Read(0.06).Columns($"Số: {printed}", "").Read(1).Columns("", "An Sơn, ngày 11 tháng 01 năm 2026").Gap()
            .Centre("BÁO CÁO").Centre("Tự đánh giá, công nhận “Đơn vị học tập” cấp phường năm 2025").Line("I. ĐẶC ĐIỂM TÌNH HÌNH").Line("Đơn vị tự đánh giá đạt mức độ 1.").SignedOff();
        var number = Assert.Single(UnitForms.Read(Paper.File("m04.pdf", page)).Forms).Header.Number!;
        Assert.Equal(expected, number.Value);
        Assert.True(number.Confidence.Value <= 0.5);
    }

    [Theory]
    [InlineData("2028", 0.9, "2026-01-05")]
    [InlineData("7028", 0.2, "2026-01-05")]
    [InlineData("205", 0.3, "2026-01-05")]
    [InlineData("20286", 0.8, "2026-01-05")]
    [InlineData("70286", 0.2, "2026-01-05")]
    [InlineData("06", 0.1, "2026-01-05")]
    [InlineData("2026", 0.4, "2026-01-05")]
    [InlineData("2028", 1.0, "2028-01-05")]
    [InlineData("2044", 0.9, "2044-01-05")]
    [InlineData("202", 0.2, null)]
    [InlineData("20", 0.2, null)]
    [InlineData("20..", 0.95, null)]
    public void A_year_that_no_paper_can_bear_yet_is_that_of_the_other_papers_where_its_digits_allow(string printed, double read, string? expected)
    {
        var letter = new Paper().Letterhead("UBND PHƯỜNG KINH MÔN", "TRƯỜNG THCS AN PHỤ", "Số: 75/TTr", $"Kinh Môn, ngày 05 tháng 01 năm {printed}").Unsure(printed, read)
            .Centre("TỜ TRÌNH").Centre(Subject).SignedOff();
        var report = new Paper().Letterhead("UBND PHƯỜNG KINH MÔN", "TRƯỜNG THCS AN PHỤ", "Số: 63/BC", "Kinh Môn, ngày 04 tháng 01 năm 2026")
            .Centre("BÁO CÁO").Centre("Tự đánh giá, công nhận “Đơn vị học tập” cấp phường năm 2025").Line("I. ĐẶC ĐIỂM TÌNH HÌNH").Line("Đơn vị tự đánh giá đạt mức độ 1.").SignedOff();
        var date = Assert.Single(UnitForms.Read(Paper.File("m10.pdf", letter), Paper.File("m04.pdf", report)).Forms, form => form.Form == "unit-m10").Header.Date;
        Assert.Equal(expected, date?.Value.ToString("yyyy-MM-dd", null));
        Assert.True(date is null || read >= 1 || date.Confidence.Value <= 0.5);
    }

    // In a narrow column the year stands on the next line, which the number may share.
    [Theory]
    [InlineData("", "Số: 75/TTr", "2026", "2026-01-05")]
    [InlineData("", "", "2026", "2026-01-05")]
    [InlineData("VÀ DÂN SỐ", "Số: 75/TTr", "2026", "2026-01-05")]
    [InlineData("", "Số: 75/TTr", "", null)]
    [InlineData("", "", "Năm học 2026", null)]
    public void A_date_goes_over_to_the_next_line(string beside, string number, string below, string? expected) => Assert.Equal(expected, Letter(new Paper()
        .Columns("UBND PHƯỜNG KINH MÔN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Columns("TRƯỜNG THCS AN PHỤ", "Độc lập - Tự do - Hạnh phúc").Columns(beside, "Kinh Môn, ngày 05 tháng 01 năm").Columns(number, below)
        .Centre("TỜ TRÌNH").Centre(Subject).SignedOff()).Header.Date?.Value.ToString("yyyy-MM-dd", null));

    // 9006-082: the desk beside the paper on a photo was taken for the hand that the seal lacked.
    [Theory]
    [InlineData(0.01, 0.07, SignatureState.SealOnly)]
    [InlineData(0.94, 0.99, SignatureState.SealOnly)]
    [InlineData(0.01, 0.2, SignatureState.SealOnly)]
    [InlineData(0.5, 0.6, SignatureState.Paper)]
    public void What_lies_in_the_margin_is_no_hand(double left, double right, SignatureState expected) => Assert.Equal(expected, Letter(new Paper()
        .Letterhead("UBND PHƯỜNG KINH MÔN", "TRƯỜNG THCS AN PHỤ", "Số: 75/TTr", "Kinh Môn, ngày 05 tháng 01 năm 2026")
        .Centre("TỜ TRÌNH").Centre(Subject).Signed("HIỆU TRƯỞNG", "Cao Văn Tám", LayoutInkKind.Seal).Strokes(left, right)).Signature.State);

    [Theory]
    [InlineData(SignatureState.Paper, "Cao Văn Tám", LayoutInkKind.Seal, LayoutInkKind.Signature)]
    [InlineData(SignatureState.None, null)]
    [InlineData(SignatureState.HandOnly, null, LayoutInkKind.Signature)]
    public void A_title_that_the_seal_hides_is_told_by_seal_hand_and_name(SignatureState expected, string? signer, params LayoutInkKind[] ink)
    {
        var form = Letter(new Paper().Letterhead("UBND PHƯỜNG KINH MÔN", "TRƯỜNG THCS AN PHỤ", "Số: 75/TTr", "Kinh Môn, ngày 05 tháng 01 năm 2026")
            .Centre("TỜ TRÌNH").Centre(Subject).Line("Nhà trường đề nghị Ủy ban nhân dân phường xem xét.").SignedWithoutTitle("Cao Văn Tám", ink));
        Assert.Equal((expected, signer), (form.Signature.State, form.Header.Signer?.Value));
    }

    [Theory]
    [InlineData("Kinh Môn, ngày 05 thúng 01 năm 2026")]
    [InlineData("Kinh Môn, nuày 05 tháng 01 năm 2026")]
    [InlineData("Kinh Môn, ngày 05 tháng 01 nă m 2026")]
    public void A_date_with_a_misread_or_parted_word(string printed) => Assert.Equal("2026-01-05", Letter(new Paper().Read(0.8)
        .Letterhead("UBND PHƯỜNG KINH MÔN", "TRƯỜNG THCS AN PHỤ", "Số: 75/TTr", printed).Centre("TỜ TRÌNH").Centre(Subject).SignedOff()).Header.Date?.Value.ToString("yyyy-MM-dd", null));

    [Theory]
    [InlineData("HỘI KHUYẾN XÃ VẠN NINH", "Hội Khuyến học xã Vạn Ninh", "Hội Khuyến học xã Vạn Ninh")]
    [InlineData("HỢP TÁC XÃ DỊCH VỤ NGHIỆP VĨNH CÁT", "Hợp tác xã Dịch vụ Nông nghiệp Vĩnh Cát", "Hợp tác xã Dịch vụ Nông nghiệp Vĩnh Cát")]
    [InlineData("TRƯỜNG THCS VẠN NINH", "Trường THCS số 2 Vạn Ninh", "TRƯỜNG THCS VẠN NINH")]
    [InlineData("TRƯỜNG TIỂU HỌC VẠN", "Trường Tiểu học Vạn Ninh", "TRƯỜNG TIỂU HỌC VẠN")]
    public void A_long_name_that_lost_one_word_within_is_the_offices(string printed, string office, string expected)
    {
        var page = new Paper().Read(0.9).Letterhead("UBND XÃ VẠN NINH", printed, "Số: 75/TTr", "Vạn Ninh, ngày 05 tháng 01 năm 2026").Centre("TỜ TRÌNH").Centre(Subject).SignedOff();
        var reading = DossierExtraction.Read(UnitForms.Catalogue, UnitForms.Dossier(office: office), [Paper.File("m10.pdf", page)]);
        Assert.Equal(expected, Assert.Single(reading.Forms).Header.Agency?.Value);
    }

    [Fact]
    public void The_last_quotation_mark_of_a_name_read_as_a_colon() => Assert.Equal("HỘI ĐỒNG ĐÁNH GIÁ “ĐƠN VỊ HỌC TẬP”", Letter(new Paper().Read(0.9)
        .Letterhead("UBND PHƯỜNG KINH MÔN", "HỘI ĐỒNG ĐÁNH GIÁ “ĐƠN VỊ HỌC TẬP:", "Số: 75/TTr", "Kinh Môn, ngày 05 tháng 01 năm 2026").Centre("TỜ TRÌNH").Centre(Subject).SignedOff()).Header.Agency?.Value);

    // 9012-065
    [Theory]
    [InlineData("HÀ", "TRẠM Y TẾ NGỌC HÀ")]
    [InlineData("HI", "TRẠM Y TẾ NGỌC")]
    public void A_short_line_read_weakly_ends_a_name_where_places_are_called_so(string last, string expected) => Assert.Equal(expected, Letter(new Paper().Read(0.95)
        .Columns("UBND PHƯỜNG KINH MÔN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Columns("TRẠM Y TẾ NGỌC", "Độc lập - Tự do - Hạnh phúc").Columns(last, "")
        .Columns("Số: 75/TTr", "Kinh Môn, ngày 05 tháng 01 năm 2026").Gap().Centre("TỜ TRÌNH").Centre(Subject).SignedOff().Unsure(last, 0.47)).Header.Agency?.Value);

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.04)]
    [InlineData(-0.04)]
    public void A_letterhead_whose_lines_lean_reads_the_same(double fall)
    {
        var page = new Paper().Columns("UBND PHƯỜNG KINH MÔN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Columns("TRẠM Y TẾ", "Độc lập - Tự do - Hạnh phúc").Columns("PHƯỜNG KINH MÔN", "")
            .Columns("Số: 75/TTr", "Kinh Môn, ngày 05 tháng 01 năm 2026").Gap().Centre("TỜ TRÌNH").Centre(Subject).SignedOff().Leaning(fall);
        var header = Letter(page).Header;
        Assert.Equal(("75/TTr", "2026-01-05", "TRẠM Y TẾ PHƯỜNG KINH MÔN"), (header.Number?.Value, header.Date?.Value.ToString("yyyy-MM-dd", null), header.Agency?.Value));
    }

    [Theory]
    [InlineData("Trinh", "Thị Kim Hiền", "Trịnh Thị Kim Hiền")]
    [InlineData("Xft", "Đặng Tiến Cường", "Đặng Tiến Cường")]
    [InlineData("Phan", "Minh Phượn", "Phan Minh Phượng")]
    [InlineData("Đưa", "Bủi Đình Hùng", "Bùi Đình Hùng")] // 9011-056
    [InlineData("ưu", "Thị Hồng Oanh", "Lưu Thị Hồng Oanh")] // 9005-140
    [InlineData("ường", "Nguyễn Ngọc Vân", "Nguyễn Ngọc Vân")] // 9005-116
    [InlineData("P", "an Văn Trung", "Phan Văn Trung")] // 9008-022
    [InlineData("PHẨM", "THẾ SƠN", "PHẠM THẾ SƠN")] // 9013-072
    [InlineData("ĐÔNG", "DANH GIÁ", null)] // 9010-030
    public void A_surname_under_a_seal_and_a_stroke_before_one(string first, string rest, string? expected) => Assert.Equal(expected, Letter(new Paper()
        .Letterhead("UBND PHƯỜNG KINH MÔN", "TRƯỜNG THCS AN PHỤ", "Số: 75/TTr", "Kinh Môn, ngày 05 tháng 01 năm 2026").Centre("TỜ TRÌNH").Centre(Subject)
        .Read(0.95).Signed("HIỆU TRƯỞNG", $"{first} {rest}").Unsure(first, 0.3)).Header.Signer?.Value);

    // 9013-113
    [Theory]
    [InlineData("ANG Bùi MÀU Mạnh Tưởng")]
    [InlineData("Bùi Mạnh MÀU Tưởng ANG")]
    public void Letters_of_a_seal_in_the_line_of_a_name_are_none_of_it(string line) => Assert.Equal("Bùi Mạnh Tưởng", Letter(new Paper()
        .Letterhead("UBND PHƯỜNG KINH MÔN", "TRƯỜNG THCS AN PHỤ", "Số: 75/TTr", "Kinh Môn, ngày 05 tháng 01 năm 2026").Centre("TỜ TRÌNH").Centre(Subject)
        .Read(0.95).Signed("HIỆU TRƯỞNG", line).Low("ANG").Low("MÀU")).Header.Signer?.Value);

    private static FormReading Letter(Paper page) => Assert.Single(UnitForms.Read(Paper.File("m10.pdf", page)).Forms);
}
