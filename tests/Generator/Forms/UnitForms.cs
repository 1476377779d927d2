using LearningSociety.Generator.Chance;
using LearningSociety.Generator.Facts;
using LearningSociety.Generator.Ink;
using LearningSociety.Generator.Names;

namespace LearningSociety.Generator.Forms;

/// <summary>The letters, reports and tables of a unit's dossier and of the council's.</summary>
public static class UnitForms
{
    /// <summary>Writes one; of a summary table it gives back where its rows stand.</summary>
    public static IReadOnlyList<RowPlace> Write(Markup page, Look look, Dice dice, FormFacts form, DossierFacts dossier, Inks inks)
    {
        IReadOnlyList<RowPlace> places = [];
        if (form.Id == "district-3b") return District(page, look, dice, form, inks);
        Letterhead.Write(page, look, dice, form, draft: form.Id == "unit-m20" && dice.Chance(0.6));
        var (committee, level) = ($"{dice.Pick("UBND", "Ủy ban nhân dân")} {dossier.Level} {dossier.Place}", $"“Đơn vị học tập” cấp {dossier.Level}");
        var reached = Level(dice, form.Declared);
        switch (form.Id)
        {
            case "unit-m10":
                Letterhead.Title(page, look, dice, "TỜ TRÌNH", dice.Pick($"Về việc đề nghị đánh giá, công nhận {level} năm {form.Year}", $"Đề nghị đánh giá, công nhận {level} năm {form.Year}", $"V/v đề nghị công nhận {level} năm {form.Year}"));
                page.Line($"Kính gửi: {committee}", "c b");
                page.Line("Căn cứ Thông tư số 24/2023/TT-BGDĐT ngày 11/12/2023 của Bộ trưởng Bộ Giáo dục và Đào tạo;");
                page.Line($"Thực hiện kế hoạch của {committee} về xây dựng {level}, {form.Unit} đã tổ chức tự đánh giá cho thời gian từ ngày 01/01/{form.Year} đến ngày 31/12/{form.Year}.");
                page.Line(form.Declared == Outcome.NotMet
                    ? $"Kết quả tự đánh giá của đơn vị: Không đạt. {form.Unit} kính đề nghị {committee} xem xét, cho ý kiến hướng dẫn để đơn vị hoàn thiện."
                    : dice.Pick($"Căn cứ kết quả tự đánh giá, {form.Unit} kính đề nghị {committee} xem xét, công nhận đơn vị đạt {level} {reached}.", $"{form.Unit} trân trọng đề nghị {committee} đánh giá, công nhận đơn vị đạt {level} {reached} năm {form.Year}."));
                page.Line(dice.Pick("Hồ sơ gửi kèm gồm có:", "Kèm theo Tờ trình này là:")).Line(dice.Pick("1. Báo cáo tự đánh giá;", "- Báo cáo tự đánh giá của đơn vị;")).Line(dice.Pick("2. Bảng tổng hợp kết quả các tiêu chí, chỉ tiêu.", "- Bảng tổng hợp kết quả tự đánh giá."));
                page.Line(dice.Pick("Xin trân trọng cảm ơn./.", "Rất mong nhận được sự quan tâm của các cấp./."));
                break;
            case "unit-m04":
                SelfReport(page, look, dice, form, committee, level, reached);
                break;
            case "unit-m18":
                var council = form.Agency!.StartsWith("HỘI ĐỒNG", StringComparison.Ordinal);
                Letterhead.Title(page, look, dice, dice.Pick("BẢNG TỔNG HỢP", "BẢN TỔNG HỢP", "BẢNG TỔNG HỢP KẾT QUẢ"), $"Kết quả {(council ? "thẩm định" : "tự đánh giá")} các tiêu chí, chỉ tiêu {level} năm {form.Year}");
                page.Line(council ? $"Đơn vị được đánh giá: {form.Unit} (do Hội đồng đánh giá thẩm định)" : dice.Chance(0.5) ? $"Tên đơn vị: {form.Unit}" : "", "c");
                places = SummaryTable.Write(page, look, dice, form.Assessment!, council);
                break;
            case "unit-m08":
                Minutes(page, look, dice, form, level);
                break;
            case "unit-m19":
                Letterhead.Title(page, look, dice, "TỜ TRÌNH", dice.Pick($"Đề nghị công nhận {level} năm {form.Year}", $"Về việc đề nghị quyết định công nhận {level} năm {form.Year}"));
                page.Line($"Kính gửi: Chủ tịch Ủy ban nhân dân {dossier.Level} {dossier.Place}", "c b");
                page.Line($"Căn cứ biên bản làm việc và báo cáo thẩm định, Hội đồng đánh giá “Đơn vị học tập” {dossier.Level} {dossier.Place} đã thẩm định hồ sơ của {form.Unit}.");
                page.Line($"Hội đồng đánh giá kính trình Chủ tịch UBND {dossier.Level} xem xét, quyết định công nhận {form.Unit} đạt {level} {reached} năm {form.Year}.");
                page.Line("Kèm theo: báo cáo thẩm định, bảng tổng hợp đã thẩm định, dự thảo quyết định./.");
                break;
            case "unit-appraisal":
                Appraisal(page, look, dice, form, dossier, level, reached);
                break;
            case "unit-m20":
                Letterhead.Title(page, look, dice, "QUYẾT ĐỊNH", dice.Pick($"Về việc công nhận {level} năm {form.Year}", $"V/v công nhận {level} năm {form.Year}"));
                page.Line($"CHỦ TỊCH ỦY BAN NHÂN DÂN {dossier.Level.ToUpperInvariant()} {dossier.Place.ToUpperInvariant()}", "c b");
                page.Line("Căn cứ Luật Tổ chức chính quyền địa phương;", "i").Line("Căn cứ Thông tư số 24/2023/TT-BGDĐT ngày 11/12/2023 của Bộ trưởng Bộ Giáo dục và Đào tạo;", "i").Line("Theo đề nghị của Hội đồng đánh giá “Đơn vị học tập”,", "i");
                page.Line("QUYẾT ĐỊNH:", "c b").Line($"Điều 1. Công nhận {form.Unit} đạt {level} {reached} năm {form.Year}.").Line("Điều 2. Kết quả công nhận được bảo lưu 36 tháng kể từ năm liền sau năm được công nhận.")
                    .Line("Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Các ông, bà có tên trong Hội đồng đánh giá và Thủ trưởng đơn vị nêu tại Điều 1 chịu trách nhiệm thi hành./.");
                break;
            default:
                WorkingPapers.Write(page, look, dice, form, level);
                break;
        }

        SignatureBlock.Write(page, look, dice, form, inks);
        return places;
    }

    private static string Level(Dice dice, Outcome? outcome) => outcome switch
    {
        Outcome.NotMet or null => "",
        Outcome.Level1 => dice.Pick("mức độ 1", "mức độ 1", "Mức độ 1", "mức 1"),
        _ => dice.Pick("mức độ 2", "mức độ 2", "Mức độ 2", "mức 2"),
    };

    private static void SelfReport(Markup page, Look look, Dice dice, FormFacts form, string committee, string level, string reached)
    {
        Letterhead.Title(page, look, dice, dice.Pick("BÁO CÁO", "BÁO CÁO TỰ ĐÁNH GIÁ"), dice.Pick($"Kết quả tự đánh giá {level} năm {form.Year}", $"Tự đánh giá, công nhận {level} năm {form.Year}"));
        page.Line("I. ĐẶC ĐIỂM TÌNH HÌNH", "b");
        page.Line($"{form.Unit} hiện có {dice.Between(14, 78)} cán bộ, công chức, viên chức và người lao động, trong đó {dice.Between(3, 13)} đảng viên. Tập thể đoàn kết, đa số có trình độ từ cao đẳng trở lên; cơ sở làm việc khang trang, có kết nối mạng.");
        page.Line(dice.Pick("Thuận lợi: được cấp ủy, chính quyền quan tâm, nhân dân ủng hộ.", $"Đơn vị nhận được hướng dẫn kịp thời của {committee}.") + " Khó khăn: kinh phí dành cho học tập còn ít, một số người lớn tuổi ngại dùng máy tính.");
        page.Line("II. KẾT QUẢ TỰ ĐÁNH GIÁ", "b");
        var parts = dice.Between(3, 6);
        for (var i = 1; i <= parts; i++) page.Line($"{i}. {dice.Pick("Về công tác chỉ đạo", "Về cơ sở vật chất", "Về việc tham gia học tập", "Về hiệu quả công tác", "Về văn hóa đọc")}: {AssessmentMaker.Deed(dice, true)}");
        page.Line("III. ĐÁNH GIÁ CHUNG", "b");
        page.Line(dice.Pick($"Số liệu trong báo cáo được tính từ ngày 01/01/{form.Year} đến hết ngày 31/12/{form.Year}.", $"Thời điểm lấy số liệu: từ 01 tháng 01 đến 31 tháng 12 năm {form.Year}."));
        page.Line(form.Declared == Outcome.NotMet ? "Kết quả: đơn vị tự đánh giá Không đạt." : dice.Pick($"Đơn vị tự đánh giá đạt {level} {reached}.", $"Đối chiếu với quy định, {form.Unit} tự đánh giá đạt “Đơn vị học tập” {reached}."));
        page.Line("Trong thời gian tới, đơn vị tiếp tục duy trì tủ sách dùng chung, khuyến khích mỗi người có một kế hoạch tự học và báo cáo kết quả hằng quý.");
    }

    private static void Minutes(Markup page, Look look, Dice dice, FormFacts form, string level)
    {
        Letterhead.Title(page, look, dice, dice.Pick("BIÊN BẢN", "BIÊN BẢN HỌP"), $"Họp Tổ đánh giá, thông qua kết quả tự đánh giá {level} năm {form.Year}");
        page.Line($"Hôm nay, ngày {form.Date:dd/MM/yyyy}, tại {dice.Pick("phòng họp", "hội trường")} {form.Unit}, Tổ đánh giá đã họp.");
        page.Line("I. Thành phần", "b").Line($"- Chủ trì: {dice.Pick("ông", "bà")} {People.Name(dice)}, Tổ trưởng;").Line($"- Thư ký: {dice.Pick("ông", "bà")} {People.Name(dice)};").Line($"- Có mặt {dice.Between(5, 9)} thành viên; vắng: 0.");
        page.Line("II. Nội dung", "b").Line(AssessmentMaker.Deed(dice, true)).Line($"Các thành viên thống nhất kết quả tự đánh giá của {form.Unit} theo bảng tổng hợp; số liệu tính trong năm {form.Year}.");
        page.Line($"Biên bản kết thúc lúc {dice.Between(9, 17)} giờ {dice.Between(10, 55)} phút cùng ngày, đã đọc lại cho mọi người cùng nghe và nhất trí.");
    }

    private static void Appraisal(Markup page, Look look, Dice dice, FormFacts form, DossierFacts dossier, string level, string reached)
    {
        Letterhead.Title(page, look, dice, dice.Pick("BÁO CÁO", "BÁO CÁO THẨM ĐỊNH"), $"Thẩm định kết quả tự đánh giá “Đơn vị học tập” của {form.Unit} năm {form.Year}");
        var size = form.CouncilSize!.Value;
        page.Line("1. Thành phần Hội đồng", "b").Line(dice.Pick($"Hội đồng đánh giá gồm {size:00} thành viên:", $"Hội đồng đánh giá gồm có {size} thành viên, cụ thể:", $"Hội đồng gồm {size:00} đồng chí:").TrimEnd(':') + (dice.Chance(0.5) ? "." : ", do lãnh đạo UBND làm Chủ tịch Hội đồng."));
        if (dice.Chance(0.4)) Members(page, dice, dossier, size);
        page.Line("2. Quá trình thẩm định", "b").Line($"Hội đồng đã kiểm tra hồ sơ, đối chiếu minh chứng tại đơn vị và trao đổi với Tổ đánh giá của {form.Unit}. {AssessmentMaker.Deed(dice, true)}");
        page.Line("3. Kết quả", "b").Line(form.Declared == Outcome.NotMet ? "Hội đồng thống nhất đánh giá: Không đạt." : $"Hội đồng thống nhất đánh giá đơn vị đạt {level} {reached}, số liệu từ 01/01/{form.Year} đến 31/12/{form.Year}.");
        page.Line($"Hội đồng đề nghị Chủ tịch UBND {dossier.Level} {dossier.Place} xem xét, quyết định./.");
    }

    private static void Members(Markup page, Dice dice, DossierFacts dossier, int size)
    {
        string[] posts = [$"Phó Chủ tịch UBND {dossier.Level}", "Trưởng phòng Văn hóa - Xã hội", "Công chức Văn phòng", "Chủ tịch Hội Khuyến học", "Bí thư Đoàn Thanh niên", "Chủ tịch Hội Phụ nữ", "Chủ tịch Hội Nông dân", "Chủ tịch Hội Cựu chiến binh", "Công chức Nội vụ", "Chủ tịch Công đoàn", "Phó Chủ tịch UBMTTQ"];
        for (var i = 0; i < size; i++)
            page.Line($"{i + 1}. {dice.Pick("Ông", "Bà")} {People.Name(dice)}, {posts[i % posts.Length]} - {(i == 0 ? "Chủ tịch Hội đồng" : i == 1 ? "Thư ký" : "Thành viên")};");
    }

    private static IReadOnlyList<RowPlace> District(Markup page, Look look, Dice dice, FormFacts form, Inks inks)
    {
        page.Line(dice.Pick("Phụ lục IIIb", "Phụ lục III b", "PHỤ LỤC IIIb", "Phụ lục IIIB"), dice.Pick("mark", "c b", "c b"));
        var place = form.Unit["UBND ".Length..];
        var name = char.ToUpperInvariant(place[0]) + place[1..];
        page.Line(dice.Pick("BẢN TỔNG HỢP", "BẢNG TỔNG HỢP") + " KẾT QUẢ ĐÁNH GIÁ CÁC TIÊU CHÍ, CHỈ TIÊU\nĐÁNH GIÁ, CÔNG NHẬN “CỘNG ĐỒNG HỌC TẬP” CẤP HUYỆN (MỨC ĐỘ 2)", "title");
        page.Line(dice.Pick($"({name}, năm đánh giá {form.Year})", $"({name} - Năm {form.Year})", $"Đơn vị: {name}; năm đánh giá: {form.Year}"), "c i");
        if (dice.Chance(0.4)) page.Line($"(kèm theo Công văn số {dice.Between(101, 999)}/UBND-VX ngày {form.Date.AddDays(-2):dd/MM/yyyy} của UBND {place})", "c i");
        var places = SummaryTable.Write(page, look, dice, form.Assessment!, false);
        SignatureBlock.Write(page, look, dice, form, inks);
        return places;
    }
}
