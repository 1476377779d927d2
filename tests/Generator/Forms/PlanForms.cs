using LearningSociety.Generator.Chance;
using LearningSociety.Generator.Facts;
using LearningSociety.Generator.Ink;

namespace LearningSociety.Generator.Forms;

/// <summary>Plans: one with targets for two years, one about units.</summary>
public static class PlanForms
{
    private static readonly Dictionary<string, string[]> Sentences = new()
    {
        ["family"] = ["{0}% gia đình được công nhận danh hiệu “Gia đình học tập”;", "Có {0}% số gia đình đạt danh hiệu “Gia đình học tập”;"],
        ["clan"] = ["{0}% dòng họ được công nhận danh hiệu “Dòng họ học tập”;", "Có {0}% số dòng họ đạt danh hiệu “Dòng họ học tập”;"],
        ["community"] = ["{0}% cộng đồng thôn, bản, tổ dân phố được công nhận danh hiệu “Cộng đồng học tập”;"],
        ["unit"] = ["{0}% cơ quan, đơn vị, trường học trên địa bàn xã được công nhận danh hiệu “Đơn vị học tập”;"],
        ["citizen-worker"] = ["{0}% người lao động trong các gia đình học tập, dòng họ học tập đạt danh hiệu “Công dân học tập”;"],
        ["citizen-staff"] = ["{0}% cán bộ, công chức, viên chức trong các đơn vị học tập đạt danh hiệu “Công dân học tập”;"],
        ["literacy-level-2"] = ["{0}% xã, thị trấn đạt chuẩn xóa mù chữ mức độ 2;"],
        ["universal-primary-level-3"] = ["{0}% xã, thị trấn đạt chuẩn phổ cập giáo dục tiểu học mức độ 3;"],
        ["universal-lower-secondary-level-3"] = ["{0}% xã, thị trấn đạt chuẩn phổ cập giáo dục trung học cơ sở mức độ 3;"],
        ["information-skills"] = ["{0}% người trong độ tuổi lao động được trang bị năng lực thông tin;"],
        ["life-skills"] = ["{0}% người trong độ tuổi lao động được trang bị kỹ năng sống;"],
        ["trained-population"] = ["{0}% dân số từ 15 tuổi trở lên được đào tạo trình độ chuyên môn kỹ thuật;"],
        ["university-or-higher"] = ["{0}% dân số có trình độ đại học trở lên;"],
        ["digital-schools"] = ["{0}% cơ sở giáo dục triển khai quản lý, giảng dạy và học tập trên môi trường số;"],
        ["digital-community-centres"] = ["{0}% trung tâm học tập cộng đồng ứng dụng công nghệ thông tin trong quản lý;"],
        ["citizen"] = ["{0}% công dân đạt danh hiệu “Công dân học tập”;"],
    };

    /// <summary>Writes one.</summary>
    public static void Write(Markup page, Look look, Dice dice, FormFacts form, DossierFacts dossier, Inks inks)
    {
        Letterhead.Write(page, look, dice, form);
        var area = $"{dossier.Level} {dossier.Place}";
        if (form.Id == "target-plan") Targets(page, look, dice, form, area);
        else Units(page, look, dice, form, area, dossier.Level);
        SignatureBlock.Write(page, look, dice, form, inks);
    }

    private static void Targets(Markup page, Look look, Dice dice, FormFacts form, string area)
    {
        var models = form.Targets[0].Indicator == "family";
        Letterhead.Title(page, look, dice, "KẾ HOẠCH", models
            ? $"Triển khai thực hiện Chương trình “Đẩy mạnh phong trào học tập suốt đời trong gia đình, dòng họ, cộng đồng, đơn vị giai đoạn 2021-2030” trên địa bàn {area}"
            : $"Thực hiện Đề án “Xây dựng xã hội học tập giai đoạn 2021-2030” trên địa bàn {area}");
        page.Line(models ? "Căn cứ Quyết định số 387/QĐ-TTg ngày 25/3/2022 của Thủ tướng Chính phủ;" : "Căn cứ Quyết định số 1373/QĐ-TTg ngày 30/7/2021 của Thủ tướng Chính phủ;").Line($"Ủy ban nhân dân {area} ban hành kế hoạch với các nội dung sau:");
        page.Line("I. MỤC TIÊU", "b").Line("1. Mục tiêu chung", "b").Line("Tạo điều kiện để mọi người dân ở mọi lứa tuổi được học thường xuyên, học những điều cần cho công việc và đời sống; gắn phong trào học tập với chuyển đổi số ở cơ sở.");
        page.Line("2. Mục tiêu cụ thể", "b");
        var at = 'a';
        foreach (var year in (int[])[2025, 2030])
        {
            page.Line($"{at++}) {dice.Pick("Mục tiêu đến năm", "Mục tiêu cụ thể đến năm")} {year}", "i");
            foreach (var target in form.Targets.Where(target => target.Year == year)) page.Line("- " + dice.Pick(Sentences[target.Indicator]).Replace("{0}", $"{target.Percent}", StringComparison.Ordinal));
        }

        page.Line("II. NHIỆM VỤ VÀ GIẢI PHÁP", "b");
        foreach (var text in dice.Shuffled(Tasks).Take(dice.Between(4, 7)).Select((task, i) => $"{i + 1}. {task}")) page.Line(text);
        page.Line("III. TỔ CHỨC THỰC HIỆN", "b").Line($"Các cơ quan, đơn vị và UBND các xã, thị trấn căn cứ kế hoạch này xây dựng kế hoạch của mình, báo cáo kết quả về UBND {area} trước ngày 10 tháng 12 hằng năm./.");
    }

    private static void Units(Markup page, Look look, Dice dice, FormFacts form, string area, string level)
    {
        Letterhead.Title(page, look, dice, "KẾ HOẠCH", $"Xây dựng, đánh giá, công nhận “Đơn vị học tập” trên địa bàn {area} năm {form.Year}");
        page.Line("Căn cứ Thông tư số 24/2023/TT-BGDĐT ngày 11/12/2023 của Bộ trưởng Bộ Giáo dục và Đào tạo;").Line($"Ủy ban nhân dân {area} ban hành kế hoạch như sau:");
        page.Line("I. MỤC ĐÍCH, YÊU CẦU", "b").Line($"Xác định đơn vị cấp {level} tham gia, bảo đảm việc tự đánh giá trung thực, công khai, đúng thời gian.");
        page.Line("II. NỘI DUNG", "b").Line($"1. Nguyên tắc đánh giá, công nhận: khách quan, dân chủ; mỗi đơn vị thực hiện tự đánh giá theo năm.").Line($"2. Quy trình thẩm định, công nhận: đơn vị nộp hồ sơ trước ngày 15 tháng 01 năm sau; Hội đồng thẩm định xong trước ngày 30 tháng 01.");
        foreach (var task in dice.Shuffled(Tasks).Take(4)) page.Line("- " + task);
        page.Line("III. TỔ CHỨC THỰC HIỆN", "b").Line($"Phòng Văn hóa - Xã hội là cơ quan thường trực, hướng dẫn các đơn vị và tổng hợp báo cáo UBND {area}./.");
    }

    private static readonly string[] Tasks =
    [
        "Mở chuyên mục về học tập suốt đời trên hệ thống truyền thanh cơ sở, nêu gương người tốt, việc tốt.",
        "Rà soát tủ sách ở nhà văn hóa thôn, luân chuyển sách với trường học và thư viện.",
        "Tổ chức các lớp ngắn ngày về kỹ thuật trồng trọt, chăn nuôi, bán hàng trực tuyến theo nhu cầu của bà con.",
        "Vận động doanh nghiệp và người xa quê đóng góp quỹ khuyến học, trao học bổng cho học sinh vượt khó.",
        "Bồi dưỡng kỹ năng số cho cán bộ thôn, tổ dân phố và người cao tuổi.",
        "Kiểm tra việc xây dựng các mô hình học tập ít nhất mỗi năm một lần, kịp thời khen thưởng.",
        "Phối hợp giữa ngành giáo dục, Hội Khuyến học và các đoàn thể trong việc thống kê, báo cáo số liệu.",
    ];
}
