using System.Collections.Immutable;
using System.Globalization;
using LearningSociety.App.Printing;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics.Prints;

/// <summary>Whose report it is, in the words that the paper needs.</summary>
/// <param name="Commune">The commune's full name, such as "Phường Kinh Môn".</param>
/// <param name="Province">The province's full name, such as "Thành phố Hải Phòng".</param>
public sealed record CommuneReportNames(string Commune, string Province)
{
    private static readonly string[] Sorts = ["Phường", "Xã", "Thị trấn", "Đặc khu"];

    /// <summary>The commune's sort: "phường", "xã", "thị trấn" or "đặc khu".</summary>
    public string Sort => (Sorts.FirstOrDefault(sort => Commune.StartsWith($"{sort} ", StringComparison.Ordinal)) ?? "Xã").ToLower(CultureInfo.InvariantCulture);

    /// <summary>The commune's name without its sort.</summary>
    public string Place => Sorts.FirstOrDefault(sort => Commune.StartsWith($"{sort} ", StringComparison.Ordinal)) is { } sort ? Commune[(sort.Length + 1)..] : Commune;

    /// <summary>The commune's name within a sentence.</summary>
    public string InText => Lower(Commune);

    /// <summary>The province's name within a sentence.</summary>
    public string ProvinceInText => Lower(Province);

    private static string Lower(string name) => name.Length == 0 ? name : char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..];
}

/// <summary>
/// The report of a commune's culture and society office to the province's department of education on a year's assessment (S2, VI.2), ready to sign.
/// Figures are those on record; what only people know is left blank.
/// </summary>
public static class CommuneReportPaper
{
    private const string Blank = "……………";
    private const string BlankLine = "…………………………………………………………………………";
    private const string Rule = "_______________";

    /// <summary>The paper.</summary>
    public static Paper Of(CommuneReport report, CommuneReportNames names)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(names);
        var subject = $"Kết quả đánh giá, công nhận “Đơn vị học tập” cấp {names.Sort} năm {report.Year}";
        return new($"Báo cáo {subject.ToLower(CultureInfo.InvariantCulture)} - {names.Commune}",
        [
            new PaperPair(
                [Centre($"ỦY BAN NHÂN DÂN {names.Commune.ToUpper(CultureInfo.InvariantCulture)}") with { Small = true }, Centre("PHÒNG VĂN HÓA - XÃ HỘI", bold: true) with { Small = true }, Centre(Rule), Centre("Số:         /BC-VHXH")],
                [
                    Centre("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold: true) with { Small = true }, Centre("Độc lập - Tự do - Hạnh phúc", bold: true), Centre(Rule),
                    Centre($"{names.Place}, ngày ..... tháng ..... năm {report.Year + 1}", italic: true),
                ]),
            Centre(""), Centre("BÁO CÁO", bold: true), Centre(subject, bold: true), Centre(Rule), Centre($"Kính gửi: Sở Giáo dục và Đào tạo {names.ProvinceInText}"), Centre(""),
            new PaperLine(
                $"Thực hiện Thông tư số 24/2023/TT-BGDĐT ngày 11/12/2023 của Bộ Giáo dục và Đào tạo quy định về đánh giá, công nhận “Đơn vị học tập” và Kế hoạch số {Blank}/KH-UBND ngày {Blank} của Ủy ban nhân dân {names.InText}, "
                + $"Phòng Văn hóa - Xã hội {names.InText} báo cáo kết quả đánh giá, công nhận “Đơn vị học tập” cấp {names.Sort} năm {report.Year} như sau:"),
            Heading("I. TÌNH HÌNH NỘP HỒ SƠ"), .. HandedIn(report, names),
            Heading("II. KẾT QUẢ ĐÁNH GIÁ, CÔNG NHẬN"), .. Results(report),
            Heading("III. ĐÁNH GIÁ CHUNG"),
            new PaperLine("1. Thuận lợi"), new PaperLine(BlankLine), new PaperLine("2. Khó khăn, hạn chế và nguyên nhân"), new PaperLine(BlankLine),
            Heading("IV. ĐỀ XUẤT, KIẾN NGHỊ"), new PaperLine(BlankLine),
            new PaperLine($"Trên đây là báo cáo kết quả đánh giá, công nhận “Đơn vị học tập” cấp {names.Sort} năm {report.Year} của {names.InText}./."),
            new PaperPair(
                [
                    new("Nơi nhận:", PaperAlignment.Left, Bold: true, Italic: true), new("- Như trên;", PaperAlignment.Left),
                    new($"- Thường trực Đảng ủy, Ủy ban nhân dân {names.InText} (để b/c);", PaperAlignment.Left), new("- Lưu: VT, VHXH.", PaperAlignment.Left),
                ],
                [Centre("TRƯỞNG PHÒNG", bold: true), Centre("(Ký, ghi rõ họ tên, đóng dấu)", italic: true), Centre(""), Centre(""), Centre(""), Centre(""), Centre("……………………………")]),
        ]);
    }

    /// <summary>What whoever goes through the draft has to know; no part of the paper.</summary>
    public static ImmutableArray<string> NotesOn(CommuneReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var notes = ImmutableArray.CreateBuilder<string>();
        if (report.Rows.IsEmpty) notes.Add("Chưa đăng ký đơn vị nào của nơi này: báo cáo chưa có danh sách đơn vị.");
        if (report.NotComplete > 0) notes.Add($"{report.NotComplete} hồ sơ còn thiếu hoặc cần người xem lại: xem lại trước khi ký.");
        if (!report.HasRecognitions) notes.Add("Chưa nhập quyết định công nhận nào của các đơn vị nơi này: số đơn vị được công nhận để trống.");
        notes.Add("Số, ngày, kế hoạch của Ủy ban nhân dân, đánh giá chung, kiến nghị và người ký do người soạn điền.");
        return notes.ToImmutable();
    }

    private static IEnumerable<PaperBlock> HandedIn(CommuneReport report, CommuneReportNames names)
    {
        yield return new PaperLine($"Tổng số đơn vị cấp {names.Sort}: {report.Rows.Length} đơn vị. Số đơn vị đã nộp hồ sơ tự đánh giá, đề nghị công nhận: {report.HandedIn.Length} đơn vị{(report.HandedIn.IsEmpty ? "" : $", trong đó {report.Late} đơn vị nộp sau hạn")}.");
        yield return new PaperLine(report.Missing.IsEmpty
            ? "Không có đơn vị nào chưa nộp hồ sơ."
            : $"Số đơn vị chưa nộp hồ sơ: {report.Missing.Length} đơn vị, gồm: {string.Join("; ", report.Missing.Select(row => row.Name))}.");
    }

    private static IEnumerable<PaperBlock> Results(CommuneReport report)
    {
        yield return new PaperTable("Kết quả đánh giá, công nhận", [40, 20, 20, 20],
            [new(new("Nội dung"), new("Mức độ 2"), new("Mức độ 1"), new("Không đạt"))],
            [
                new(new("Kết quả tự đánh giá (theo Bảng tổng hợp của đơn vị)"), new(report.Own(Result.Level2)), new(report.Own(Result.Level1)), new(report.Own(Result.NotMet))),
                new(new("Kết quả thẩm định (theo Bảng tổng hợp của Hội đồng đánh giá)"), new(report.Appraised(Result.Level2)), new(report.Appraised(Result.Level1)), new(report.Appraised(Result.NotMet))),
                new(new("Đã có quyết định công nhận"), new(report.Recognised(Result.Level2)), new(report.Recognised(Result.Level1)), new(null)),
            ]);
        yield return report.Recognised(Result.Level1) + report.Recognised(Result.Level2) is { } all
            ? new PaperLine($"Ủy ban nhân dân đã công nhận {all} đơn vị đạt “Đơn vị học tập”: {report.Recognised(Result.Level2)} đơn vị đạt mức độ 2, {report.Recognised(Result.Level1)} đơn vị đạt mức độ 1.")
            : new PaperLine($"Ủy ban nhân dân đã công nhận {Blank} đơn vị đạt “Đơn vị học tập”: {Blank} đơn vị đạt mức độ 2, {Blank} đơn vị đạt mức độ 1.");
        yield return new PaperLine("Kết quả từng đơn vị:");
        yield return ListOf(report);
    }

    private static PaperTable ListOf(CommuneReport report) => new("Danh sách các đơn vị", [6, 32, 14, 14, 14, 20],
        [new(new("TT"), new("Đơn vị"), new("Ngày nộp hồ sơ"), new("Tự đánh giá"), new("Thẩm định"), new("Công nhận (mức độ, quyết định)"))],
        [.. report.Rows.Select((row, n) => new PaperRow(
            new PaperCell(n + 1), new PaperCell(row.Name), new PaperCell(row.Received?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "Chưa nộp"),
            new PaperCell(Name(row.Own)), new PaperCell(Name(row.Appraised)),
            new PaperCell(row.Recognition is { } given
                ? string.Create(CultureInfo.InvariantCulture, $"{Name(given.Level)}, số {given.Decision} ngày {given.Decided:dd/MM/yyyy}")
                : null)))]);

    private static string? Name(Result? result) => result switch
    {
        Result.NotMet => "Không đạt",
        Result.Met => "Đạt",
        Result.Level1 => "Mức độ 1",
        Result.Level2 => "Mức độ 2",
        _ => null,
    };

    private static PaperLine Heading(string text) => new(text, PaperAlignment.Justified, Bold: true, Heading: true);

    private static PaperLine Centre(string text, bool bold = false, bool italic = false) => new(text, PaperAlignment.Centre, bold, italic);
}
