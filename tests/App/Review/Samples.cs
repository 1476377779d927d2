using System.Collections.Immutable;
using System.Text.Json;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Tests.Review;

/// <summary>Reports of every kind as files, and a catalogue with just enough names to render them.</summary>
public static class Samples
{
    private static readonly Source Law = new("Thông tư 24/2023/TT-BGDĐT", null, null);

    public static Catalogue Catalogue { get; } = new(
        "test",
        [
            Kind("unit-request", "Hồ sơ đề nghị công nhận “Đơn vị học tập”", ["unit-m10", "unit-m04", "unit-m18"], ["unit-m08", "unit-m16"]),
            Kind("province-grading", "Tổng hợp xếp loại cộng đồng học tập cấp xã của tỉnh", ["province-grading"], []),
            Kind("target-plan", "Kế hoạch có chỉ tiêu", ["target-plan"], []),
        ],
        [
            Form("unit-m10", "Tờ trình đề nghị (Mẫu 10)", SigningRule.SignatureAndSeal),
            Form("unit-m04", "Báo cáo tự đánh giá (Mẫu 04)", SigningRule.SignatureAndSeal),
            Form("unit-m18", "Bảng tổng hợp kết quả (Mẫu 18)", SigningRule.SignatureAndSeal),
            Form("unit-m08", "Biên bản họp (Mẫu 08)", SigningRule.Signature),
            Form("unit-m16", "Phiếu đánh giá tiêu chí (Mẫu 16)", SigningRule.None),
            Form("province-grading", "Kế hoạch đánh giá, xếp loại của tỉnh", SigningRule.SignatureAndSeal),
            Form("target-plan", "Kế hoạch có chỉ tiêu", SigningRule.None),
        ],
        [],
        [
            new("family", "Tỷ lệ gia đình đạt danh hiệu Gia đình học tập", [], [], Law),
            new("clan", "Tỷ lệ dòng họ đạt danh hiệu Dòng họ học tập", [], [], Law),
        ],
        new Thresholds(.8, .8, .8, .8, .8),
        ImmutableSortedDictionary<string, string>.Empty, ImmutableSortedDictionary<string, string>.Empty);

    public static DossierReport Report(string name) =>
        JsonSerializer.Deserialize<DossierReport>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Review", "samples", name + ".json")), DossierReport.Json)!;

    private static DossierKind Kind(string id, string name, ImmutableArray<string> required, ImmutableArray<string> optional) =>
        new(id, name, required, optional, new Deadline(1, 15, 1, Law), null, null, id == "unit-request", Law);

    private static FormType Form(string id, string name, SigningRule signing) =>
        new(id, name, new([], [], [], [], [], [], []), signing, Issuer.Office, null, true, [], Law);
}
