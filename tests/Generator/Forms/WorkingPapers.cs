using LearningSociety.Generator.Chance;
using LearningSociety.Generator.Facts;
using LearningSociety.Generator.Ink;
using LearningSociety.Generator.Names;

namespace LearningSociety.Generator.Forms;

/// <summary>Papers of the assessment team, and pages that belong to no form.</summary>
public static class WorkingPapers
{
    /// <summary>Writes the body of one.</summary>
    public static void Write(Markup page, Look look, Dice dice, FormFacts form, string level)
    {
        var team = Enumerable.Range(0, dice.Between(5, 7)).Select(_ => People.Name(dice)).ToArray();
        switch (form.Id)
        {
            case "unit-m03":
                Letterhead.Title(page, look, dice, "QUYẾT ĐỊNH", $"Về việc thành lập Tổ đánh giá {level} năm {form.Year}");
                page.Line("Căn cứ Thông tư số 24/2023/TT-BGDĐT ngày 11/12/2023 của Bộ trưởng Bộ Giáo dục và Đào tạo;", "i").Line("QUYẾT ĐỊNH:", "c b")
                    .Line($"Điều 1. Thành lập Tổ đánh giá {level} năm {form.Year} của {form.Unit} gồm các ông, bà:");
                for (var i = 0; i < team.Length; i++) page.Line($"{i + 1}. {team[i]} - {(i == 0 ? "Tổ trưởng" : i == 1 ? "Thư ký" : "Thành viên")};");
                page.Line("Điều 2. Tổ đánh giá có nhiệm vụ thu thập minh chứng, tự đánh giá từng chỉ tiêu và lập báo cáo.").Line("Điều 3. Quyết định có hiệu lực từ ngày ký./.");
                break;
            case "unit-m05":
                Letterhead.Title(page, look, dice, "KẾ HOẠCH", $"Làm việc của Tổ đánh giá {level} năm {form.Year}");
                page.Line($"Tổ đánh giá của {form.Unit} xây dựng kế hoạch làm việc năm {form.Year} như sau:");
                Table(page, look, ["Thời gian", "Nội dung công việc", "Người thực hiện"], "20 50 30",
                    ["Tháng 10", "Họp Tổ đánh giá, phân công nhiệm vụ", team[0]], ["Tháng 11", "Thu thập minh chứng theo từng tiêu chí", team[1]], ["Tháng 12", "Viết phiếu đánh giá, lập bảng tổng hợp", team[2]]);
                page.Line("Các thành viên thực hiện đúng tiến độ, kịp thời báo cáo Tổ trưởng khi có vướng mắc.");
                break;
            case "unit-m06":
                Letterhead.Title(page, look, dice, "BẢNG PHÂN CÔNG NHIỆM VỤ", $"Của các thành viên Tổ đánh giá {level} năm {form.Year}");
                Table(page, look, ["Họ và tên", "Nhiệm vụ được phân công", "Tiêu chí phụ trách"], "32 44 24", [.. team.Select((name, i) => new[] { name, i == 0 ? "Phụ trách chung" : i == 1 ? "Tổng hợp, ghi biên bản" : "Thu thập minh chứng", i == 0 ? "Tất cả" : $"Tiêu chí {1 + i % 3}" })]);
                page.Line($"Bảng phân công áp dụng cho Tổ đánh giá của {form.Unit} trong năm {form.Year}.");
                break;
            default:
                Letterhead.Title(page, look, dice, "PHIẾU ĐÁNH GIÁ TIÊU CHÍ", $"{level}, năm {form.Year}");
                page.Line($"Đơn vị: {form.Unit}").Line($"Tiêu chí {dice.Between(1, 3)}").Line("1. Mô tả hiện trạng", "b").Line(AssessmentMaker.Deed(dice, true)).Line("2. Điểm mạnh", "b").Line("Mọi người có ý thức tự học, tài liệu được sắp xếp dễ tìm.")
                    .Line("3. Điểm yếu", "b").Line("Việc ghi chép minh chứng có lúc chưa kịp thời.").Line("4. Kế hoạch cải tiến", "b").Line("Phân công một người cập nhật minh chứng mỗi tháng một lần.");
                break;
        }
    }

    /// <summary>A page of no known form: an invitation that slipped into the pile.</summary>
    public static void Stray(Markup page, Look look, Dice dice, FormFacts form, Inks inks)
    {
        Letterhead.Write(page, look, dice, form);
        Letterhead.Title(page, look, dice, "GIẤY MỜI", dice.Pick("Dự lễ khai giảng lớp dạy nghề ngắn hạn", "Dự hội nghị tổng kết công tác phòng chống thiên tai"));
        page.Line($"{form.Unit} trân trọng kính mời quý vị đến dự buổi gặp mặt.").Line($"Thời gian: {dice.Between(7, 9)} giờ 30 phút, ngày {form.Date:dd/MM/yyyy}.").Line("Địa điểm: hội trường tầng 2.")
            .Line("Nội dung: giao lưu văn nghệ, trao quà cho các gia đình có hoàn cảnh khó khăn.").Line("Rất hân hạnh được đón tiếp./.");
        SignatureBlock.Write(page, look, dice, form, inks);
    }

    private static void Table(Markup page, Look look, string[] head, string widths, params string[][] rows)
    {
        page.Table(look, widths).Raw("<thead>").Open();
        foreach (var cell in head) page.Cell(cell, "h");
        page.Close().Raw("</thead><tbody>");
        foreach (var row in rows)
        {
            page.Open();
            foreach (var cell in row) page.Cell(cell);
            page.Close();
        }

        page.Raw("</tbody></table>");
    }
}
