using LearningSociety.App.Intake;
using LearningSociety.App.Registers;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Intake;

/// <summary>An upload at any moment of a dossier's life ends up in a revision.</summary>
public sealed class EveryMomentTests(AzuriteFixture azurite)
{
    // The moment of the late upload, and the files of each revision that follows.
    [Theory]
    [InlineData("before the quiet period ends", "a late")]
    [InlineData("at the instant the quiet period ends", "a late")]
    [InlineData("after the rows were read, before the manifest", "a|a late")]
    [InlineData("after the manifest, before the rows were marked", "a|a late")]
    [InlineData("while the files are read", "a|a late")]
    [InlineData("after the report", "a|a late")]
    [InlineData("before the submission", "a late")]
    [InlineData("after the submission, before the manifest", "a|a late")]
    [InlineData("same name while the files are read", "a|a")]
    public async Task No_upload_is_lost(string moment, string revisions)
    {
        var stack = await StackAsync();
        await stack.UploadAsync("a", "mot");
        var late = moment.StartsWith("same", StringComparison.Ordinal) ? "a" : "late";
        var closed = new List<RevisionManifest>();
        switch (moment)
        {
            case "before the quiet period ends":
                stack.Clock.MoveTo(stack.Clock.GetUtcNow().AddSeconds(30));
                await stack.UploadAsync(late, "hai");
                break;
            case "at the instant the quiet period ends":
                var until = (await stack.Closing.TryCloseAsync(stack.Dossier, 1, TestContext.Current.CancellationToken)).Until!.Value;
                await stack.UploadAsync(late, "hai");
                stack.Clock.MoveTo(until);
                break;
            case "after the rows were read, before the manifest":
                stack.Clock.MoveTo(stack.Clock.GetUtcNow().AddMinutes(2));
                stack.Clock.WhenRead = () => stack.UploadAsync(late, "hai").GetAwaiter().GetResult();
                break;
            case "after the submission, before the manifest":
                await stack.Intake.SubmitAsync(stack.Dossier, TestContext.Current.CancellationToken);
                stack.Clock.WhenRead = () => stack.UploadAsync(late, "hai").GetAwaiter().GetResult();
                break;
            case "after the manifest, before the rows were marked":
                var waiting = await stack.Arrivals.WaitingAsync(stack.Dossier, TestContext.Current.CancellationToken);
                await stack.Revisions.CloseAsync(
                    stack.Dossier, new(stack.Dossier.ToString(), 1, stack.Clock.GetUtcNow(), "A", new(2026, 1, 12), RevisionPlan.Files([], waiting), [.. waiting.Select(arrival => arrival.Key)]), TestContext.Current.CancellationToken);
                await stack.UploadAsync(late, "hai");
                break;
            case "before the submission":
                await stack.UploadAsync(late, "hai");
                await stack.Intake.SubmitAsync(stack.Dossier, TestContext.Current.CancellationToken);
                break;
            default:
                closed.AddRange(await stack.RunAsync());
                if (moment == "after the report")
                    await stack.Heads.ChangeAsync(stack.Dossier, head => head!.Reported(1, Domain.Reporting.Verdict.Complete, ""), TestContext.Current.CancellationToken);
                var receipt = (await stack.UploadAsync(late, "hai")).Receipt!;
                Assert.Equal(2, receipt.Revision);
                break;
        }

        closed.AddRange(await stack.RunAsync(closed.Count + 1));

        Assert.Equal(revisions, string.Join('|', closed.Select(manifest => string.Join(' ', manifest.Files.Select(file => file.Name)))));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("hai"u8)), closed[^1].Files.Single(file => file.Name == late).Sha256);
        Assert.Empty(await stack.Arrivals.WaitingAsync(stack.Dossier, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Closing_again_changes_nothing()
    {
        var stack = await StackAsync();
        await stack.UploadAsync("a", "mot");
        var first = Assert.Single(await stack.RunAsync());
        stack.Clock.MoveTo(stack.Clock.GetUtcNow().AddHours(1));
        var again = await stack.Closing.TryCloseAsync(stack.Dossier, 1, TestContext.Current.CancellationToken);
        Assert.Equal(new(RevisionStep.Close, null, false), again);
        Assert.Equal(first.ClosedAt, (await stack.Revisions.ReadAsync(stack.Dossier, 1, TestContext.Current.CancellationToken))!.ClosedAt);
    }

    [Fact]
    public async Task The_same_file_again_is_the_same_receipt()
    {
        var stack = await StackAsync();
        var first = (await stack.UploadAsync("a", "mot")).Receipt!;
        Assert.Equal(first, (await stack.UploadAsync("a", "mot")).Receipt);
        await stack.RunAsync();
        Assert.Equal(first, (await stack.UploadAsync("a", "mot")).Receipt);
        Assert.Empty(await stack.RunAsync(2));
    }

    [Theory]
    [InlineData("a\u0001.pdf", "x", "invalid-name", 422)]
    [InlineData("..", "x", "invalid-name", 422)]
    [InlineData("a.pdf", "", "empty-file", 422)]
    [InlineData("a.pdf", "too large", "file-too-large", 413)]
    [InlineData("dossier.json", "{", "invalid-dossier-json", 422)]
    public async Task What_cannot_be_taken_is_refused_with_a_reason(string name, string content, string code, int status)
    {
        var stack = await StackAsync();
        var problem = (await stack.UploadAsync(name, content == "too large" ? new string('x', (1 << 20) + 1) : content)).Problem!;
        Assert.Equal((code, status), (problem.Code, problem.Status));
        Assert.NotEmpty(problem.Message);
        Assert.Empty(await stack.Arrivals.WaitingAsync(stack.Dossier, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("unknown", 2025, true, "unknown-kind")]
    [InlineData("unit-request", 1999, true, "invalid-year")]
    [InlineData("unit-request", 2025, false, "unknown-office")]
    public async Task A_dossier_that_fits_nothing_is_refused(string kind, int year, bool known, string code)
    {
        var stack = await StackAsync();
        var outcome = await stack.Intake.OpenAsync(new(kind, known ? stack.Dossier.Office : "khong-co", year), TestContext.Current.CancellationToken);
        Assert.Equal(code, outcome.Problem!.Code);
    }

    [Fact]
    public async Task Nothing_can_be_submitted_before_a_file_is_there()
    {
        var stack = await StackAsync();
        Assert.Equal("nothing-to-submit", (await stack.Intake.SubmitAsync(stack.Dossier, TestContext.Current.CancellationToken)).Problem!.Code);
        Assert.Equal("unknown-file", (await stack.Intake.RemoveAsync(stack.Dossier, "a", TestContext.Current.CancellationToken)).Problem!.Code);
    }

    [Fact]
    public async Task An_original_is_kept_as_it_came_when_its_name_is_used_again()
    {
        var stack = await StackAsync();
        await stack.UploadAsync("báo cáo.pdf", "mot");
        await stack.UploadAsync("báo cáo.pdf", "hai");
        var waiting = await stack.Arrivals.WaitingAsync(stack.Dossier, TestContext.Current.CancellationToken);
        var contents = await Task.WhenAll(waiting.Select(arrival => stack.Originals.ReadAsync(arrival.File!.Blob, TestContext.Current.CancellationToken)));
        Assert.Equal(["mot", "hai"], contents.Select(bytes => System.Text.Encoding.UTF8.GetString(bytes!)));
    }

    private async Task<IntakeStack> StackAsync()
    {
        var stack = new IntakeStack(azurite);
        await stack.Offices.PutAsync(new Office(stack.Dossier.Office, "Đơn vị thử"), TestContext.Current.CancellationToken);
        return stack;
    }
}
