using System.Collections.Immutable;
using LearningSociety.Catalog;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Forms;
using LearningSociety.Extraction.Layouts;

namespace LearningSociety.Extraction.Tests.Papers;

/// <summary>Forms of a unit's dossier as localities print them.</summary>
internal static class UnitForms
{
    public const string Office = "Trường THCS An Phụ";

    public static Catalogue Catalogue { get; } = CatalogueLoader.Load().Catalogue!;

    public static DossierFacts Dossier(string kind = "unit-request", int year = 2025, string office = Office) =>
        new("test", kind, "truong-thcs-an-phu", office, year, 1, new(year + 1, 1, 10));

    public static DossierReading Read(params FileInput[] files) => DossierExtraction.Read(Catalogue, Dossier(), [.. files]);

    /// <summary>The form 18 that is read from these pages of one file.</summary>
    public static FormReading Summary(params Paper[] pages) => Assert.Single(Read(Paper.File("m18.pdf", pages)).Forms, form => form.Form == "unit-m18");

    public static Paper Letter(string number = "Số: 75/TTr", string level = "mức độ 1", string office = Office, int year = 2025) => new Paper()
        .Corner("Mẫu số 10")
        .Letterhead("UBND PHƯỜNG KINH MÔN", office.ToUpperInvariant(), number, $"Kinh Môn, ngày 11 tháng 01 năm {year + 1}")
        .Centre("TỜ TRÌNH").Centre($"Đề nghị đánh giá, công nhận “Đơn vị học tập” cấp phường năm {year}")
        .Line("Kính gửi: Ủy ban nhân dân phường Kinh Môn.")
        .Line($"Căn cứ kết quả tự đánh giá, {office} đề nghị Ủy ban nhân dân phường")
        .Line($"xem xét, công nhận đơn vị đạt “Đơn vị học tập” cấp phường {level}.")
        .Signed("HIỆU TRƯỞNG", "Nguyễn Thị Hòa", LayoutInkKind.Seal, LayoutInkKind.Signature);

    public static Paper Report(string level = "mức độ 1") => new Paper()
        .Corner("Mẫu 04")
        .Letterhead("UBND PHƯỜNG KINH MÔN", Office.ToUpperInvariant(), "Số: 63/BC", "Kinh Môn, ngày 05 tháng 01 năm 2026")
        .Centre("BÁO CÁO").Centre("Tự đánh giá, công nhận “Đơn vị học tập” cấp phường năm 2025")
        .Line("I. ĐẶC ĐIỂM TÌNH HÌNH").Line($"{Office} có 36 cán bộ, viên chức, người lao động, trong đó 8 đảng viên.")
        .Line("III. ĐÁNH GIÁ CHUNG").Line("Số liệu của báo cáo tính từ ngày 01/01/2025 đến ngày 31/12/2025.")
        .Line($"Đơn vị tự đánh giá đạt “Đơn vị học tập” {level}.")
        .Signed("HIỆU TRƯỞNG", "Nguyễn Thị Hòa", LayoutInkKind.Seal, LayoutInkKind.Signature);

    public static Paper SummaryHead(string mark = "Mẫu 18") => new Paper()
        .Corner(mark)
        .Letterhead("UBND PHƯỜNG KINH MÔN", Office.ToUpperInvariant(), "Số: 29/BTH", "Kinh Môn, ngày 10 tháng 01 năm 2026")
        .Centre("BẢNG TỔNG HỢP").Centre("Kết quả đánh giá các tiêu chí, chỉ tiêu “Đơn vị học tập” cấp phường năm 2025");

    public static Paper SignedOff(this Paper paper) => paper.Signed("HIỆU TRƯỞNG", "Nguyễn Thị Hòa", LayoutInkKind.Seal, LayoutInkKind.Signature);

    /// <summary>Rows as a table of results: "1 = level-2, 1.1 = blank".</summary>
    public static string Results(FormReading form) => string.Join(", ", form.Criteria.Select(row =>
        $"{row.Criterion}{(row.Indicator is { } indicator ? $".{indicator}" : "")}={Name(row.Result?.Value)}{(row.Doubt is null ? "" : "?")}"));

    public static string Name(Result? result) => result switch { Result.NotMet => "no", Result.Met => "met", Result.Level1 => "1", Result.Level2 => "2", _ => "-" };
}
