using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LearningSociety.App.Processing;
using LearningSociety.App.Storage;
using LearningSociety.Catalog;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Processing;

public sealed class PinningTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_revision_keeps_the_catalogue_it_began_under()
    {
        var blobs = new JsonBlobs(new StoragePlaces(new BlobServiceClient(azurite.ConnectionString), new TableServiceClient(azurite.ConnectionString)));
        var shipped = CatalogueLoader.Load().Catalogue!;
        var before = shipped with { Version = $"cũ {Guid.NewGuid():n}" };
        await new PinnedCatalogue(before, blobs).KeepAsync(TestContext.Current.CancellationToken);

        var after = await new PinnedCatalogue(shipped, blobs).OfAsync(before.Version, TestContext.Current.CancellationToken);

        Assert.Equal(before.Version, after.Version);
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(before), System.Text.Json.JsonSerializer.Serialize(after));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new PinnedCatalogue(shipped, blobs).OfAsync("never", TestContext.Current.CancellationToken));
    }
}
