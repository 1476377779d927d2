using System.Globalization;
using LearningSociety.Generator.Chance;
using LearningSociety.Generator.Facts;
using LearningSociety.Generator.Ink;

namespace LearningSociety.Generator.Forms;

/// <summary>How a grading table is laid out.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Numbered">True with a column of numbers.</param>
/// <param name="Flat">True when the head has one row.</param>
/// <param name="Landscape">True on a page lying down.</param>
/// <param name="LeftEarly">True when those not assessed stand before the grades.</param>
/// <param name="TotalFirst">True when the total row comes first.</param>
public sealed record GradingFamily(string Name, bool Numbered, bool Flat, bool Landscape, bool LeftEarly, bool TotalFirst)
{
    /// <summary>All families.</summary>
    public static IReadOnlyList<GradingFamily> All { get; } =
    [
        new("grid-a", true, false, false, false, false), new("grid-b", false, false, false, false, false), new("grid-c", true, false, true, false, false),
        new("grid-d", true, true, false, false, false), new("grid-e", true, false, false, true, false), new("grid-f", true, false, false, false, true),
    ];

    /// <summary>The family of that name, or one by chance.</summary>
    public static GradingFamily Pick(Dice dice, string? name) => All.FirstOrDefault(family => family.Name == name) ?? dice.Pick(All);
}

/// <summary>A province's plan: results and what is planned, in prose and in two tables.</summary>
public static class GradingForm
{
    /// <summary>Writes it.</summary>
    public static void Write(Markup page, Look look, Dice dice, FormFacts form, Inks inks, bool wrongShare)
    {
        var (results, plan) = (form.Gradings[0], form.Gradings[1]);
        Letterhead.Write(page, look, dice, form);
        Letterhead.Title(page, look, dice, form.Sign.StartsWith("/BC", StringComparison.Ordinal) ? "BÁO CÁO" : "KẾ HOẠCH", form.Sign.StartsWith("/BC", StringComparison.Ordinal)
            ? $"Kết quả đánh giá, xếp loại “Cộng đồng học tập” cấp xã năm {results.Year} và kế hoạch năm {plan.Year}" : $"Đánh giá, xếp loại “Cộng đồng học tập” cấp xã năm {plan.Year}");
        page.Line("Thực hiện Thông tư số 44/2014/TT-BGDĐT ngày 12/12/2014 của Bộ trưởng Bộ Giáo dục và Đào tạo về đánh giá, xếp loại “Cộng đồng học tập” cấp xã, " + $"Sở Giáo dục và Đào tạo báo cáo kết quả năm {results.Year} và xây dựng kế hoạch năm {plan.Year} như sau:");
        var liar = wrongShare ? dice.Below(2) : -1;
        page.Line($"I. KẾT QUẢ NĂM {results.Year}", "b");
        page.Line(dice.Pick("Các địa phương đã chủ động hướng dẫn cấp xã tự đánh giá, lập hồ sơ và kiểm tra chéo; nhiều nơi gắn việc xếp loại với phong trào khuyến học ở thôn, bản.", "Năm qua phong trào học tập thường xuyên được duy trì, các trung tâm học tập cộng đồng mở thêm nhiều lớp chuyên đề."));
        page.Line(Figures(dice, results, liar == 0));
        page.Line($"II. KẾ HOẠCH NĂM {plan.Year}", "b");
        page.Line("1. Mục tiêu", "b i").Line("- Nâng số xã, phường, thị trấn được xếp loại Tốt, giảm số đơn vị xếp loại Trung bình;").Line("- Củng cố hồ sơ minh chứng ngay từ đầu năm, tránh dồn việc vào cuối năm.");
        page.Line(Figures(dice, plan, liar == 1));
        if (dice.Chance(0.6))
        {
            page.Line("2. Giải pháp", "b i").Line("- Tập huấn cho cán bộ phụ trách ở cơ sở về cách thu thập và lưu giữ minh chứng;").Line("- Phối hợp với Hội Khuyến học kiểm tra một số địa bàn khó khăn;")
                .Line("- Công khai kết quả xếp loại trên trang thông tin của địa phương.");
        }

        page.Line(dice.Pick("(Có phụ biểu đính kèm)", "(Danh sách các huyện, thành phố theo phụ biểu đính kèm)"), "i");
        SignatureBlock.Write(page, look, dice, form, inks);
        page.Raw("<div class=\"next\"></div>");
        if (dice.Chance(0.7)) page.Line($"DANH SÁCH CÁC HUYỆN, THÀNH PHỐ XẾP LOẠI “CỘNG ĐỒNG HỌC TẬP” CẤP XÃ NĂM {results.Year} VÀ KẾ HOẠCH NĂM {plan.Year}", "subject");
        page.Line($"I. Kết quả các huyện, thành phố xếp loại “Cộng đồng học tập” cấp xã năm {results.Year}", "b");
        Table(page, look, dice.For("zero"), results);
        if (dice.Chance(0.4)) page.Raw("<div class=\"next\"></div>");
        page.Line($"II. Kế hoạch các huyện, thành phố đánh giá, xếp loại “Cộng đồng học tập” cấp xã năm {plan.Year}", "b");
        Table(page, look, dice.For("zero"), plan);
    }

    private static string Figures(Dice dice, GradingSheet sheet, bool lie)
    {
        var total = sheet.Total;
        var point = dice.Pick(",", ",", ".");
        var lied = dice.Pick(new[] { total.Good, total.Fair, total.Average }.Select((count, i) => (count, i)).Where(one => one.count > 0).Select(one => one.i).ToArray());
        string Share(int count, int at)
        {
            var tenths = GradingSheet.Tenths(count, total.Assessed) + (lie && at == lied ? dice.Pick(1, 4, 13) : 0);
            return $"{tenths / 10}{point}{tenths % 10}%";
        }

        var verb = sheet.IsPlan ? "chiếm" : dice.Pick("đạt", "chiếm");
        return (sheet.IsPlan
            ? $"Phấn đấu năm {sheet.Year} có {total.Assessed} xã, phường, thị trấn được đánh giá, xếp loại, trong đó dự kiến "
            : $"Kết quả toàn tỉnh có {total.Assessed} xã, phường, thị trấn được đánh giá, xếp loại, trong đó ")
            + $"xếp loại Tốt {total.Good} đơn vị {verb} {Share(total.Good, 0)}, xếp loại Khá {total.Fair} đơn vị {verb} {Share(total.Fair, 1)}, xếp loại Trung bình {total.Average} đơn vị {verb} {Share(total.Average, 2)}.";
    }

    private static void Table(Markup page, Look look, Dice dice, GradingSheet sheet)
    {
        var family = look.Grading;
        var grades = sheet.IsPlan ? new[] { "Tốt", "Khá", "Trung bình" } : ["Tốt", "Khá", "Trung bình", "Không đạt"];
        var zero = dice.Pick("", "", "0", "-");
        var first = (family.Numbered ? "7 " : "") + "20 ";
        var left = 100 - 20 - (family.Numbered ? 7 : 0);
        var columns = 3 + grades.Length;
        page.Table(look, first + string.Join(' ', Enumerable.Repeat((left / (double)columns).ToString("0.#", CultureInfo.InvariantCulture), columns))).Raw("<thead>").Open();
        var down = family.Flat ? 1 : 2;
        if (family.Numbered) page.Cell(dice.Pick("TT", "STT"), "h", 1, down);
        page.Cell(dice.Pick("Huyện, thành phố", "Huyện, Thành phố", "Tên huyện, thành phố"), "h", 1, down).Cell(dice.Pick("Tổng số đơn vị cấp xã", "Tổng số xã, phường, thị trấn"), "h", 1, down);
        page.Cell(dice.Pick("Số đơn vị cấp xã đánh giá, xếp loại", "Số đơn vị được đánh giá, xếp loại"), "h", 1, down);
        if (family.LeftEarly) page.Cell("Không đánh giá", "h", 1, down);
        if (family.Flat) foreach (var grade in grades) page.Cell(grade == "Không đạt" ? grade : "Xếp loại " + grade, "h");
        else page.Cell(sheet.IsPlan ? "Trong đó dự kiến xếp loại" : "Trong đó xếp loại", "h", grades.Length);
        if (!family.LeftEarly) page.Cell("Không đánh giá", "h", 1, down);
        page.Close();
        if (!family.Flat)
        {
            page.Open();
            foreach (var grade in grades) page.Cell(grade, "h");
            page.Close();
        }

        page.Raw("</thead><tbody>");
        var lines = family.TotalFirst ? sheet.Lines.TakeLast(1).Concat(sheet.Lines.SkipLast(1)) : sheet.Lines;
        var number = 0;
        foreach (var line in lines)
        {
            var total = line == sheet.Total;
            page.Open();
            if (family.Numbered) page.Cell(total ? "" : $"{++number}", "c");
            page.Cell(total ? look.CapitalSubjects ? "TỔNG" : "Tổng" : line.District, total ? "b c" : "");
            int[] values = family.LeftEarly ? [line.All, line.Assessed, line.NotAssessed, .. line.Values[2..^1]] : line.Values;
            foreach (var value in values) page.Cell(value == 0 ? zero : $"{value}", total ? "c b" : "c");
            page.Close();
        }

        page.Raw("</tbody></table>");
    }
}
