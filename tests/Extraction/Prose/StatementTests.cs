using System.Collections.Immutable;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Signatures;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Prose;

/// <summary>What letters, reports and council papers state: level, year, office, council, signature.</summary>
public sealed class StatementTests
{
    [Theory]
    [InlineData("mức độ 1", "1")]
    [InlineData("mức độ 2", "2")]
    [InlineData("MĐ2", "2")]
    [InlineData("mức độ l", "1")]
    [InlineData("chưa đạt", "no")]
    [InlineData("không đạt", "no")]
    [InlineData("năm nay", "-")]
    public void The_level_a_letter_asks_for(string level, string expected) => Assert.Equal(expected, UnitForms.Name(One(UnitForms.Letter(level: level)).Declared?.Value));

    [Fact]
    public void A_level_that_the_text_only_mentions_gives_way()
    {
        var page = Report("Công nhận “Đơn vị học tập” theo 2 mức độ: mức độ 1, mức độ 2.", "Đơn vị tự đánh giá đạt “Đơn vị học tập” mức độ 1.");
        Assert.Equal("1", UnitForms.Name(One(page).Declared?.Value));
    }

    [Fact]
    public void The_year_is_not_the_year_of_issue()
    {
        Assert.Equal(2025, One(UnitForms.Letter()).AssessedYear?.Value);
        Assert.Equal(2024, One(UnitForms.Letter(year: 2024)).AssessedYear?.Value);
    }

    // 9006-063: a worn 5 was read as two digits.
    [Fact]
    public void A_year_of_five_digits_is_none() => Assert.Null(One(new Paper().Centre("BÁO CÁO").Centre("Tự đánh giá “Đơn vị học tập” cấp phường năm 20285").Line("Kính gửi: Ủy ban nhân dân phường Kinh Môn.").SignedOff()).AssessedYear);

    [Theory]
    [InlineData(2026, 0.5, 0.7)]
    [InlineData(2027, 0.3, 0.45)]
    public void A_weak_year_is_borne_out_by_a_day_of_issue_soon_after_it(int issued, double least, double most)
    {
        var page = new Paper().Letterhead("UBND PHƯỜNG KINH MÔN", "TRƯỜNG THCS AN PHỤ", "Số: 75/TTr", $"Kinh Môn, ngày 11 tháng 01 năm {issued}").Centre("TỜ TRÌNH")
            .Centre("Đề nghị đánh giá, công nhận “Đơn vị học tập” cấp phường năm 2025").Line("Kính gửi: Ủy ban nhân dân phường Kinh Môn.").SignedOff().Unsure("2025", 0.4);
        Assert.InRange(One(page).AssessedYear!.Confidence.Value, least, most);
    }

    [Fact]
    public void A_subject_and_a_period_of_two_years_are_not_sure()
    {
        var year = One(Report("Số liệu của báo cáo tính từ ngày 01/01/2024 đến ngày 31/12/2024.")).AssessedYear!;
        Assert.True(year.Confidence.Value <= 0.5);
    }

    [Theory]
    [InlineData("Trường THCS An Phụ", "Trường THCS An Phụ")]
    [InlineData("Công an phường An Lưu", "Công an phường An Lưu")]
    public void The_office_a_letter_is_about(string office, string expected) => Assert.Equal(expected, One(UnitForms.Letter(office: office)).NamedOffices[0].Value);

    [Theory]
    [InlineData("(Huyện Thanh Tường - Năm 2024)", "Huyện Thanh Tường")]
    [InlineData("Đơn vị: Thị xã Đông Long; năm đánh giá: 2024", "Thị xã Đông Long")]
    public void The_office_below_a_heading(string line, string expected) =>
        Assert.Contains(expected, One(Report(line)).NamedOffices.Select(name => name.Value));

    [Theory]
    [InlineData("Hội đồng đánh giá gồm 6 thành viên.", 6, true)]
    [InlineData("Hội đồng đánh giá gồm 07 thành viên.", 7, true)]
    [InlineData("Hội đồng đánh giá có năm thành viên.", 5, true)]
    [InlineData("Hội đồng đánh giá gồm G thành viên.", 6, false)]
    [InlineData("Hội đồng đánh giá gồm G6 thành viên.", 6, true)]
    [InlineData("Hội đồng đánh giá gồm có: 1. Ông A - Chủ tịch; 2. Bà B - Thư ký; 3. Ông C - Ủy viên.", 3, true)]
    [InlineData("Hội đồng đã kiểm tra hồ sơ.", null, true)]
    public void Members_of_a_council(string text, int? expected, bool isSure)
    {
        var page = new Paper().Letterhead("UBND PHƯỜNG KINH MÔN", "HỘI ĐỒNG ĐÁNH GIÁ ĐƠN VỊ HỌC TẬP", "Số: 06/BC-HĐ", "Kinh Môn, ngày 05 tháng 01 năm 2026")
            .Centre("BÁO CÁO").Centre("Thẩm định kết quả tự đánh giá “Đơn vị học tập” của Trường THCS An Phụ năm 2025")
            .Line(text).Line("Hội đồng thống nhất đánh giá đơn vị đạt mức độ 2.").Signed("CHỦ TỊCH", "Nguyễn Thị Hòa");
        var form = Assert.Single(DossierExtraction.Read(UnitForms.Catalogue, UnitForms.Dossier("unit-council"), [Paper.File("a.pdf", page)]).Forms);
        Assert.Equal("unit-appraisal", form.Form);
        Assert.Equal(expected, form.CouncilSize?.Value);
        if (expected is not null) Assert.Equal(isSure, form.CouncilSize!.Confidence.Value >= 0.6);
        Assert.Equal("HỘI ĐỒNG ĐÁNH GIÁ ĐƠN VỊ HỌC TẬP", form.Header.Agency?.Value);
        Assert.Equal("Trường THCS An Phụ", form.NamedOffices[0].Value);
    }

    [Theory]
    [InlineData("", SignatureState.None)]
    [InlineData("signature", SignatureState.HandOnly)]
    [InlineData("seal", SignatureState.SealOnly)]
    [InlineData("seal signature", SignatureState.Paper)]
    public void Ink_on_paper(string ink, SignatureState expected)
    {
        var by = ink.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(kind => kind == "seal" ? LayoutInkKind.Seal : LayoutInkKind.Signature).ToArray();
        Assert.Equal(expected, One(Report([], by)).Signature.State);
    }

    [Theory]
    [InlineData("Valid", SignatureState.Digital)]
    [InlineData("Valid Valid", SignatureState.Digital)]
    [InlineData("Valid Broken", SignatureState.Invalid)]
    [InlineData("ModifiedAfterSigning", SignatureState.Invalid)]
    public void Digital_signatures_outrank_paper(string signatures, SignatureState expected)
    {
        var digital = signatures.Split(' ').Select((integrity, at) => new DigitalSignature($"Signature{at}", Enum.Parse<Integrity>(integrity), Coverage.WholeFile, Trust.Untrusted, "A", null, null, null));
        var file = Paper.File("a.pdf", UnitForms.Letter()) with { Signatures = [.. digital] };
        Assert.Equal(expected, UnitForms.Read(file).Forms[0].Signature.State);
    }

    [Fact]
    public void Nobody_looked_for_ink()
    {
        var file = Paper.File("a.pdf", UnitForms.Letter());
        Assert.Equal(SignatureState.Unknown, UnitForms.Read(file with { Layout = file.Layout! with { LookedForInk = false } }).Forms[0].Signature.State);
    }

    private static FormReading One(Paper page) => Assert.Single(UnitForms.Read(Paper.File("a.pdf", page)).Forms);

    private static Paper Report(params string[] lines) => Report([.. lines], []);

    private static Paper Report(ImmutableArray<string> lines, LayoutInkKind[] ink)
    {
        var page = new Paper().Corner("Mẫu 04").Letterhead("UBND PHƯỜNG KINH MÔN", "TRƯỜNG THCS AN PHỤ", "Số: 63/BC", "Kinh Môn, ngày 05 tháng 01 năm 2026")
            .Centre("BÁO CÁO").Centre("Tự đánh giá, công nhận “Đơn vị học tập” cấp phường năm 2025").Line("I. ĐẶC ĐIỂM TÌNH HÌNH");
        foreach (var line in lines) page.Line(line);
        return page.Signed("HIỆU TRƯỞNG", "Nguyễn Thị Hòa", ink);
    }
}
