using System.Text;
using LearningSociety.App.Intake;
using LearningSociety.Catalog;
using LearningSociety.Domain.Dossiers;

namespace LearningSociety.App.Tests.Intake;

public sealed class NamesTests
{
    [Theory]
    [InlineData("bao cao.pdf", "bao cao.pdf")]
    [InlineData("Báo cáo tự đánh giá.pdf", "Báo cáo tự đánh giá.pdf")]
    [InlineData("Báo cáo.pdf", "Báo cáo.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Ho so\\m18.pdf", "m18.pdf")]
    [InlineData("/m18.pdf", "m18.pdf")]
    [InlineData("m18.pdf. ", "m18.pdf")]
    [InlineData("..", null)]
    [InlineData("a/..", null)]
    [InlineData("", null)]
    [InlineData("   ", null)]
    [InlineData("a\nb.pdf", null)]
    [InlineData("a\u0000b.pdf", null)]
    [InlineData("a\u202Efdp.exe", null)]
    public void A_name_is_kept_for_people_and_never_a_path(string given, string? kept)
    {
        var (name, reason) = FileName.Clean(given);
        Assert.Equal(kept?.Normalize(), name);
        Assert.Equal(kept is null, reason.Length > 0);
    }

    [Fact]
    public void Half_a_letter_is_no_name() => Assert.Null(FileName.Clean("a\uD800.pdf").Name);

    [Fact]
    public void A_name_is_at_most_200_long()
    {
        Assert.NotNull(FileName.Clean(new string('a', 200)).Name);
        Assert.Null(FileName.Clean(new string('a', 201)).Name);
    }

    [Theory]
    [InlineData("unit-request/2025/truong-thcs-an-phu/m18.pdf", "unit-request-2025-truong-thcs-an-phu", "")]
    [InlineData("unit-request/2025/truong-thcs-an-phu/Báo cáo.pdf", "unit-request-2025-truong-thcs-an-phu", "")]
    [InlineData("unknown-kind/2025/truong/m18.pdf", null, "unknown-kind")]
    [InlineData("unit-request/25/truong/m18.pdf", null, "25")]
    [InlineData("unit-request/1025/truong/m18.pdf", null, "1025")]
    [InlineData("unit-request/2025/Trường/m18.pdf", null, "Trường")]
    [InlineData("unit-request/2025/../m18.pdf", null, "..")]
    [InlineData("unit-request/2025/truong/con/m18.pdf", null, "dạng")]
    [InlineData("m18.pdf", null, "dạng")]
    public void A_dropped_file_says_its_dossier_by_its_path(string path, string? dossier, string reason)
    {
        var (place, why) = IncomingPath.Parse(path, CatalogueLoader.Load().Catalogue!);
        Assert.Equal(dossier, place?.Dossier.ToString());
        Assert.Contains(reason, why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"kind\":\"plan\",\"office\":\"a\",\"officeName\":\"UBND phường A\",\"year\":2025,\"received\":\"2026-01-12\"}", "UBND phường A", "2026-01-12", "")]
    [InlineData("{}", null, null, "")]
    [InlineData("{\"year\":2024}", null, null, "hồ sơ khác")]
    [InlineData("{\"received\":\"12/01/2026\"}", null, null, "năm-tháng-ngày")]
    [InlineData("{kind", null, null, "không phải là JSON")]
    [InlineData("[]", null, null, "đối tượng")]
    public void A_dossier_json_is_read_or_said_to_be_none(string json, string? officeName, string? received, string reason)
    {
        var (note, why) = DossierNote.Parse(Encoding.UTF8.GetBytes(json), DossierId.TryCreate("plan", 2025, "a")!);
        Assert.Equal((officeName, received), (note?.OfficeName, note?.Received?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(reason.Length == 0, note is not null);
        Assert.Contains(reason, why, StringComparison.Ordinal);
    }
}
