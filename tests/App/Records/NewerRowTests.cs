using Azure;
using Azure.Data.Tables;
using LearningSociety.App.Storage;
using LearningSociety.App.Tests.Statistics;
using LearningSociety.Domain.Forms;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Records;

/// <summary>A storage of its own: whoever asks for the whole country would meet the rows that these tests leave.</summary>
public sealed class OwnStorage : IAsyncLifetime
{
    public AzuriteFixture Azurite { get; } = new();

    public ValueTask InitializeAsync() => Azurite.InitializeAsync();

    public ValueTask DisposeAsync() => Azurite.DisposeAsync();
}

public sealed class NewerRowTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    private static readonly CancellationToken None = CancellationToken.None;

    // A release that was rolled back to, too far: it says so, and leaves the rows as they are.
    [Theory]
    [InlineData("head")]
    [InlineData("fact|")]
    [InlineData("roll|")]
    [InlineData("version")]
    public async Task A_row_of_a_newer_schema_is_neither_read_nor_written_over(string key)
    {
        var stack = new StatisticsStack(storage.Azurite);
        var dossier = await stack.OfficeAsync("a", 0);
        await stack.ShowAsync(dossier, 1, Result.Level1);
        if (key == "head")
        {
            var heads = await stack.Places.TableAsync(Tables.Dossiers, None);
            await heads.UpdateEntityAsync(new TableEntity(dossier.Office, $"{dossier.Kind}-{dossier.Year}") { [RowSchema.Property] = 99 }, ETag.All, TableUpdateMode.Merge, None);
        }
        else
        {
            await RowSchemaTests.RenumberAsync(stack, 99, key);
        }

        var before = await stack.RowsAsync();
        var refused = await Assert.ThrowsAsync<NewerRowException>(() => stack.ShowAsync(dossier, 2, Result.Level2));

        Assert.Contains("schema 99, which a newer release of the app has written", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Roll forward", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await stack.RowsAsync());
    }
}
