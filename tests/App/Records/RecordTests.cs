using LearningSociety.App.Records;
using LearningSociety.App.Statistics;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Tests.Records;

public sealed class RecordTests
{
    [Theory]
    [InlineData("unit-request-2025-a")]
    [InlineData("75/TTr-UBND")]
    [InlineData("Báo cáo #1?.pdf")]
    [InlineData("a\\b\tc'd%e")]
    [InlineData("_0041")]
    [InlineData("")]
    public void A_key_comes_back_as_the_text_it_was_made_from(string text)
    {
        var key = TableKeys.Encode(text);
        Assert.Equal(text, TableKeys.Decode(key));
        Assert.All(key, letter => Assert.True(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '@'));
    }

    [Fact]
    public void A_key_that_was_not_made_here_is_no_text() => Assert.Null(TableKeys.Decode("_12"));

    // The head after "revision:stage" steps, in any order that crashes and late runs may give.
    [Theory]
    [InlineData("1:Received 1:Reading 1:Checking 1:Reported", 1, DossierStage.Reported, 1)]
    [InlineData("1:Reported 1:Reading", 1, DossierStage.Reported, 1)]
    [InlineData("1:Reported 2:Received", 2, DossierStage.Received, 1)]
    [InlineData("2:Received 1:Reading", 2, DossierStage.Received, null)]
    [InlineData("2:Received 1:Reported", 2, DossierStage.Received, 1)]
    [InlineData("2:Reported 1:Reported", 2, DossierStage.Reported, 2)]
    [InlineData("1:Failed 1:Reading 1:Reported", 1, DossierStage.Reported, 1)]
    public void Readers_never_go_back_to_an_older_revision(string steps, int revision, DossierStage stage, int? reported)
    {
        var head = new DossierHead { Dossier = DossierId.TryCreate("plan", 2025, "a")!, OfficeName = "A" };
        foreach (var step in steps.Split(' '))
        {
            var (number, name) = (int.Parse(step[..1], System.Globalization.CultureInfo.InvariantCulture), Enum.Parse<DossierStage>(step[2..]));
            head = name == DossierStage.Reported ? head.Reported(number, Verdict.Complete, "hoa-binh") : head.At(number, name);
        }

        Assert.Equal((revision, stage, reported), (head.Revision, head.Stage, head.ReportedRevision));
    }

    [Theory]
    [InlineData("hoa-binh", 2022, "hoa-binh-2022")]
    [InlineData("Hòa Bình", 2022, "H_00f2a_0020B_00ecnh-2022")]
    public void Statistics_are_kept_by_province_and_year(string province, int year, string partition) => Assert.Equal(partition, new ProvinceYear(province, year).Partition);
}
