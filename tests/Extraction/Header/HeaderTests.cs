using LearningSociety.Domain.Forms;
using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Header;

/// <summary>Number, date, agency and signer of a form.</summary>
public sealed class HeaderTests
{
    [Theory]
    [InlineData("Số: 75/TTr", "75/TTr")]
    [InlineData("Số: 05/TTr-THCSAP", "05/TTr-THCSAP")]
    [InlineData("Số : 149 / TTr", "149/TTr")]
    [InlineData("So: 12/TTr", "12/TTr")]
    [InlineData("Số- 131/TTr", "131/TTr")]
    [InlineData("8ô' 131/TTr", "131/TTr")]
    [InlineData("131/TTr-TH", "131/TTr-TH")]
    [InlineData("Số: 18/QĐÐ-UBND", "18/QĐ-UBND")]
    [InlineData("Số: /TTr", null)]
    [InlineData("Số:      /TTr-UBND", null)]
    [InlineData("Số: ....../TTr", null)]
    [InlineData("8ô' /TTr", null)]
    [InlineData("8ô' 24/2023/TT-BGDĐT", null)]
    [InlineData("Số:", null)]
    public void Number(string printed, string? expected) => Assert.Equal(expected, Letter(UnitForms.Letter(number: printed)).Header.Number?.Value);

    [Theory]
    [InlineData("Số: 17/TIr-TH", "17/TTr-TH")]
    [InlineData("Số: 92/TTIr-BCH", "92/TTr-BCH")]
    [InlineData("Số: 148/TTT-TH", "148/TTr-TH")]
    [InlineData("Số: 184/1'Ir-LHIHCS", "184/TTr-THTHCS")]
    [InlineData("Số: 26TTr-TH", "26/TTr-TH")]
    [InlineData("Số: 11/TTr-CAP", "11/TTr-CAP")]
    [InlineData("Số: 120/TTr-PN", "120/TTr-PN")]
    [InlineData("Số: 122/U'Ir-HĐĐ;", "122/TTr-HĐĐG")]
    [InlineData("Số: 122/TTr-HĐ", "122/TTr-HĐ")]
    public void A_sign_misread_is_the_nearest_one_of_the_papers_kind(string printed, string expected)
    {
        var page = new Paper().Read(0.5).Letterhead("UBND PHƯỜNG KINH MÔN", "TRƯỜNG THCS AN PHỤ", printed, "Kinh Môn, ngày 05 tháng 01 năm 2026")
            .Centre("TỜ TRÌNH").Centre("Đề nghị đánh giá, công nhận “Đơn vị học tập” cấp phường năm 2025").SignedOff();
        var number = Letter(page).Header.Number!;
        Assert.Equal(expected, number.Value);
        Assert.True(number.Confidence.Value <= 0.5);
    }

    [Fact]
    public void A_sign_read_surely_stays_as_it_is() => Assert.Equal("17/TIr-ABC", Letter(UnitForms.Letter(number: "Số: 17/TIr-ABC")).Header.Number?.Value);

    [Fact]
    public void A_digit_taken_for_a_letter_is_corrected_and_unsure()
    {
        var number = Letter(UnitForms.Letter(number: "Số: l49/TTr")).Header.Number!;
        Assert.Equal("149/TTr", number.Value);
        Assert.Contains("l49/TTr", number.Raw, StringComparison.Ordinal);
        Assert.True(number.Confidence.Value <= 0.5);
    }

    [Theory]
    [InlineData("Kinh Môn, ngày 05 tháng 01 năm 2026", "2026-01-05")]
    [InlineData("Kinh Môn, ngày 5 tháng 1 năm 2026", "2026-01-05")]
    [InlineData("Hà Nội, ngày 31 tháng 12 năm 2025", "2025-12-31")]
    [InlineData("Kinh Môn, ngày tháng 01 năm 2026", null)]
    [InlineData("Kinh Môn, ngày ... tháng ... năm 2026", null)]
    [InlineData("Kinh Môn, ngày 31 tháng 02 năm 2026", null)]
    public void Date(string printed, string? expected)
    {
        var page = new Paper().Letterhead("UBND PHƯỜNG KINH MÔN", "TRƯỜNG THCS AN PHỤ", "Số: 75/TTr", printed)
            .Centre("TỜ TRÌNH").Centre("Đề nghị đánh giá, công nhận “Đơn vị học tập” cấp phường năm 2025").SignedOff();
        Assert.Equal(expected, Letter(page).Header.Date?.Value.ToString("yyyy-MM-dd", null));
    }

    [Theory]
    [InlineData("Kinh ĐÀM, \"uày 12 tháng 01 năm 2026", "2026-01-12")]
    [InlineData("Kinh Môn, 5 tháng 1 năm 2026", "2026-01-05")]
    [InlineData("Kinh Môn, \"uày ... tháng 01 năm 2026", null)]
    [InlineData("Kinh Môn, kỳ 1/12 tháng 01 năm 2026", null)]
    public void A_date_whose_label_was_misread_is_unsure(string printed, string? expected)
    {
        var page = new Paper().Letterhead("UBND PHƯỜNG KINH MÔN", "TRƯỜNG THCS AN PHỤ", "Số: 75/TTr", printed)
            .Centre("TỜ TRÌNH").Centre("Đề nghị đánh giá, công nhận “Đơn vị học tập” cấp phường năm 2025").SignedOff();
        var date = Letter(page).Header.Date;
        Assert.Equal(expected, date?.Value.ToString("yyyy-MM-dd", null));
        Assert.True(date is null || date.Confidence.Value <= 0.5);
    }

    [Fact]
    public void A_date_beside_an_agency_of_three_lines()
    {
        var page = new Paper().Columns("ỦY BAN NHÂN DÂN PHƯỜNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Columns("NGỌC TRẠCH", "Độc lập - Tự do - Hạnh phúc")
            .Columns("PHÒNG VĂN HÓA -", "Ngọc Trạch, ngày 05 tháng 01 năm 2026").Columns("XÃ HỘI PHƯỜNG NGỌC", "").Columns("TRẠCH", "").Gap().Columns("Số: 83/TTr", "")
            .Centre("TỜ TRÌNH").Centre("Đề nghị đánh giá, công nhận “Đơn vị học tập” cấp phường năm 2025").SignedOff();
        var header = Letter(page).Header;
        Assert.Equal(("2026-01-05", "PHÒNG VĂN HÓA - XÃ HỘI PHƯỜNG NGỌC TRẠCH"), (header.Date?.Value.ToString("yyyy-MM-dd", null), header.Agency?.Value));
    }

    [Theory]
    [InlineData("UBND PHƯỜNG KINH MÔN|TRƯỜNG THCS AN PHỤ", "Trường THCS An Phụ")]
    [InlineData("UBND PHƯỜNG KINH MÔN|PHÒNG VĂN HÓA -|XÃ HỘI PHƯỜNG KINH MÔN", "PHÒNG VĂN HÓA - XÃ HỘI PHƯỜNG KINH MÔN")]
    [InlineData("UBND PHƯỜNG KINH MÔN|- TRƯỜNG THCS AN LƯU -", "TRƯỜNG THCS AN LƯU")]
    [InlineData("UBND PHƯỜNG KINH MÔN|HỘI LIÊN HIỆP PHỤ NỮ|PHƯỜNG KINH MÔN", "HỘI LIÊN HIỆP PHỤ NỮ PHƯỜNG KINH MÔN")]
    [InlineData("UBND PHƯỜNG KINH MÔN|HỢP TÁC XÃ NÔNG NGHIỆP|XÃ LONG XUYÊN", "HỢP TÁC XÃ NÔNG NGHIỆP XÃ LONG XUYÊN")]
    [InlineData("UBND PHƯỜNG KINH MÔN|BAN CHỈ HUY QUÂN SỰ|PHƯỜNG KINH MÔN", "BAN CHỈ HUY QUÂN SỰ PHƯỜNG KINH MÔN")]
    [InlineData("UBND PHƯỜNG KINH MÔN|BAN CHỈ HUY|QUÂN SỰ PHƯỜNG KINH MÔN", "BAN CHỈ HUY QUÂN SỰ PHƯỜNG KINH MÔN")]
    [InlineData("UBND PHƯỜNG KINH MÔN|PHÒNG VĂN HÓA|XÃ HỘI|PHƯỜNG KINH MÔN", "PHÒNG VĂN HÓA XÃ HỘI PHƯỜNG KINH MÔN")]
    [InlineData("THÀNH PHỐ HẢI PHÒNG|PHƯỜNG KINH MÔN", "PHƯỜNG KINH MÔN")]
    [InlineData("UBND THÀNH PHỐ|HẢI PHÒNG|PHƯỜNG KINH MÔN", "PHƯỜNG KINH MÔN")]
    [InlineData("PHƯỜNG KINH MÔN|BAN CHỈ HUY QUÂN -", "BAN CHỈ HUY QUÂN")]
    [InlineData("ỦY BAN NHÂN DÂN|PHƯỜNG KINH MÔN|TRƯỜNG THCS AN PHỤ", "Trường THCS An Phụ")]
    [InlineData("UBND PHƯỜNG KINH MÔN|HỢP TÁC XÃ NÔNG NGHIỆP|LONG XUYÊN", "HỢP TÁC XÃ NÔNG NGHIỆP LONG XUYÊN")]
    [InlineData("UBND TỈNH HÒA BÌNH|SỞ GIÁO DỤC VÀ|ĐÀO TẠO", "SỞ GIÁO DỤC VÀ ĐÀO TẠO")]
    [InlineData("ỦY BAN NHÂN DÂN|HUYỆN MỸ LỘC", "ỦY BAN NHÂN DÂN HUYỆN MỸ LỘC")]
    [InlineData("THÀNH PHỐ HẢI PHÒNG|UBND PHƯỜNG KINH MÔN", "UBND PHƯỜNG KINH MÔN")]
    [InlineData("UBND PHƯỜNG KINH MÔN|TRƯỜNG THCS AN LƯU", "TRƯỜNG THCS AN LƯU")]
    public void Agency(string lines, string expected)
    {
        var page = new Paper();
        var motto = new Queue<string>(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "", ""]);
        foreach (var line in lines.Split('|')) page.Columns(line, motto.Dequeue());
        page.Columns("Số: 75/TTr", "Kinh Môn, ngày 05 tháng 01 năm 2026").Gap()
            .Centre("TỜ TRÌNH").Centre("Đề nghị đánh giá, công nhận “Đơn vị học tập” cấp phường năm 2025").SignedOff();
        Assert.Equal(expected, Letter(page).Header.Agency?.Value);
    }

    [Theory]
    [InlineData("HIỆU TRƯỞNG", "Nguyễn Thị Hòa", "Nguyễn Thị Hòa")]
    [InlineData("KT. HIỆU TRƯỞNG", "Đỗ Mạnh Quyền", "Đỗ Mạnh Quyền")]
    [InlineData("THỦ TRƯỞNG ĐƠN VỊ", "` Lê Quốc Khánh", "Lê Quốc Khánh")]
    [InlineData("TM. ỦY BAN NHÂN DÂN", "Trần Văn Thủy", "Trần Văn Thủy")]
    [InlineData("HIỆU TRƯỞNG", "", null)]
    public void Signer(string title, string name, string? expected)
    {
        var page = new Paper().Letterhead("UBND PHƯỜNG KINH MÔN", "TRƯỜNG THCS AN PHỤ", "Số: 75/TTr", "Kinh Môn, ngày 05 tháng 01 năm 2026")
            .Centre("TỜ TRÌNH").Centre("Đề nghị đánh giá, công nhận “Đơn vị học tập” cấp phường năm 2025").Signed(title, name);
        Assert.Equal(expected, Letter(page).Header.Signer?.Value);
    }

    [Theory]
    [InlineData("*ÊU TRƯỞNG", "Trịnh Thu Hiền", "Trịnh Thu Hiền")]
    [InlineData("u„HIỆU TRƯỞNG", "Vũ Đình Sơn", "Vũ Đình Sơn")]
    [InlineData("<ÈN", "TRỊNH THẾ ĐẠT", "TRỊNH THẾ ĐẠT")]
    [InlineData("HIỆU TRƯỞNG", "Trịnh sơN Thị Minh Hạnh", "Trịnh Thị Minh Hạnh")]
    [InlineData("HIỆU TRƯỞNG", "Nguyen Thị Kim Vân", "Nguyễn Thị Kim Vân")]
    [InlineData("GIÁM ĐỐC", "LƯU BÍCH HÀNG", "LƯU BÍCH HẰNG")]
    [InlineData("CHỦ TỊCH", "ĐẠI NINH", null)]
    [InlineData("CHỦ TỊCH", "Vy MÀU", null)]
    public void A_signer_under_a_seal(string title, string name, string? expected)
    {
        var page = new Paper().Letterhead("UBND PHƯỜNG KINH MÔN", "TRƯỜNG THCS AN PHỤ", "Số: 75/TTr", "Kinh Môn, ngày 05 tháng 01 năm 2026")
            .Centre("TỜ TRÌNH").Centre("Đề nghị đánh giá, công nhận “Đơn vị học tập” cấp phường năm 2025").Read(0.7).Signed(title, name);
        Assert.Equal(expected, Letter(page).Header.Signer?.Value);
    }

    [Fact]
    public void A_name_that_lost_its_surname_is_unsure()
    {
        var page = new Paper().Letterhead("UBND PHƯỜNG KINH MÔN", "TRƯỜNG THCS AN PHỤ", "Số: 75/TTr", "Kinh Môn, ngày 05 tháng 01 năm 2026")
            .Centre("TỜ TRÌNH").Centre("Đề nghị đánh giá, công nhận “Đơn vị học tập” cấp phường năm 2025").Read(0.99).Signed("HIỆU TRƯỞNG", "Thị Minh Hạnh");
        var signer = Letter(page).Header.Signer!;
        Assert.Equal("Thị Minh Hạnh", signer.Value);
        Assert.True(signer.Confidence.Value <= 0.6);
    }

    [Fact]
    public void Decomposed_text_reads_the_same()
    {
        var page = new Paper().Letterhead("UBND PHƯƠ\u0300NG KINH MÔN", "TRƯƠ\u0300NG THCS AN PHU\u0323", "Sô\u0301: 75/TTr", "Kinh Môn, nga\u0300y 05 tha\u0301ng 01 năm 2026")
            .Centre("TƠ\u0300 TRI\u0300NH").Centre("Đê\u0300 nghi\u0323 đa\u0301nh gia\u0301, công nhâ\u0323n “Đơn vi\u0323 ho\u0323c tâ\u0323p” câ\u0301p phươ\u0300ng năm 2025")
            .Signed("HIÊ\u0323U TRƯƠ\u0309NG", "Nguyê\u0303n Thi\u0323 Ho\u0300a");
        var form = Letter(page);
        Assert.Equal("unit-m10", form.Form);
        Assert.Equal(("75/TTr", "2026-01-05", "Trường THCS An Phụ", "Nguyễn Thị Hòa"),
            (form.Header.Number?.Value, form.Header.Date?.Value.ToString("yyyy-MM-dd", null), form.Header.Agency?.Value, form.Header.Signer?.Value));
    }

    private static FormReading Letter(Paper page) => Assert.Single(UnitForms.Read(Paper.File("m10.pdf", page)).Forms);
}
