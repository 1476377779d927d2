using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Findings;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Layouts;

/// <summary>Digital pages whose text layer is not in composed Unicode.</summary>
public sealed class LegacyLayoutTests
{
    private static Paper Tcvn3Letter() => new Paper().Corner("MÉu sè 10")
        .Columns("UBND PH¦êNG KINH M¤N", "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM").Columns("TR¦êNG THCS AN PHô", "§éc lËp - Tù do - H¹nh phóc").Gap()
        .Columns("Sè: 75/TTr", "Kinh M«n, ngµy 11 th¸ng 01 n¨m 2026").Gap()
        .Centre("Tê TR×NH").Centre("§Ò nghÞ ®¸nh gi¸, c«ng nhËn “§¬n vÞ häc tËp” cÊp ph\u00ADêng n¨m 2025")
        .Line("xem xÐt, c«ng nhËn ®¬n vÞ ®¹t “§¬n vÞ häc tËp” cÊp ph\u00ADêng møc ®é 1.")
        .Signed("HIÖU TR¦ëNG", "NguyÔn ThÞ Hßa", LayoutInkKind.Seal, LayoutInkKind.Signature);

    private static Paper VniLetter() => new Paper().Corner("Maãu soá 10")
        .Columns("UBND PHÖÔØNG KINH MOÂN", "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM").Columns("TRÖÔØNG THCS AN PHUÏ", "Ñoäc laäp - Töï do - Haïnh phuùc").Gap()
        .Columns("Soá: 75/TTr", "Kinh Moân, ngaøy 11 thaùng 01 naêm 2026").Gap()
        .Centre("TÔØ TRÌNH").Centre("Ñeà nghò ñaùnh giaù, coâng nhaän “Ñôn vò hoïc taäp” caáp phöôøng naêm 2025")
        .Line("xem xeùt, coâng nhaän ñôn vò ñaït “Ñôn vò hoïc taäp” caáp phöôøng möùc ñoä 1.")
        .Signed("HIEÄU TRÖÔÛNG", "Nguyeãn Thò Hoøa", LayoutInkKind.Seal, LayoutInkKind.Signature);

    private static Paper DecomposedLetter() => new Paper().Corner("Mẫu số 10")
        .Letterhead("UBND PHƯỜNG KINH MÔN", "TRU\u031BO\u031B\u0300NG THCS AN PHU\u0323", "Sô\u0301: 75/TTr", "Kinh Môn, nga\u0300y 11 tha\u0301ng 01 na\u0306m 2026")
        .Centre("TO\u031B\u0300 TRI\u0300NH").Centre("Đê\u0300 nghi\u0323 đa\u0301nh gia\u0301, công nhâ\u0323n “Đơn vị học tập” cấp phường na\u0306m 2025")
        .Line("xem xét, công nhận đơn vị đạt “Đơn vị học tập” cấp phường mư\u0301c đô\u0323 1.")
        .Signed("HIÊ\u0323U TRƯỞNG", "Nguyê\u0303n Thi\u0323 Ho\u0300a", LayoutInkKind.Seal, LayoutInkKind.Signature);

    public static TheoryData<string> Encodings => ["tcvn3", "vni", "decomposed"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_letter_reads_the_same_whatever_its_encoding(string encoding)
    {
        var letter = encoding switch { "tcvn3" => Tcvn3Letter(), "vni" => VniLetter(), _ => DecomposedLetter() };
        var form = Assert.Single(UnitForms.Read(Paper.File("a.pdf", letter)).Forms);
        Assert.Equal(("unit-m10", "75/TTr", new DateOnly(2026, 1, 11), "Nguyễn Thị Hòa", 2025), (form.Form, form.Header.Number?.Value, form.Header.Date?.Value, form.Header.Signer?.Value, form.AssessedYear?.Value));
        Assert.Equal(("Trường THCS An Phụ", "1"), (form.Header.Agency?.Value, UnitForms.Name(form.Declared?.Value)));
    }

    [Fact]
    public void A_page_with_few_words_takes_the_encoding_of_its_file()
    {
        // "MẬT": one word shows no encoding, and a stamp must not be missed for it.
        var reading = UnitForms.Read(Paper.File("a.pdf", Tcvn3Letter(), new Paper().Line("MËT")));
        Assert.Contains(reading.Files[0].Problems, problem => problem is { Code: FindingCode.SecretDocument, Page: 2 });
    }

    [Fact]
    public void A_text_layer_that_contradicts_the_picture_is_a_warning_about_its_page()
    {
        var file = Paper.File("a.pdf", UnitForms.Letter(), UnitForms.Report());
        file = file with { Layout = file.Layout! with { Pages = [file.Layout.Pages[0], file.Layout.Pages[1] with { TextLayerDiffers = true }] } };
        var problem = Assert.Single(UnitForms.Read(file).Files[0].Problems);
        Assert.Equal(new FileProblem(FindingCode.TextLayerDiffers, 2, ""), problem);
    }
}
