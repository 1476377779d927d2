using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LearningSociety.App.Registers;
using LearningSociety.App.Statistics;
using LearningSociety.App.Storage;
using LearningSociety.App.Tests.Web;
using LearningSociety.Domain.Places;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Statistics;

/// <summary>The register of offices, of which statistics take rates: read whole only after it changed.</summary>
public sealed class RegisteredOfficesTests(AzuriteFixture azurite)
{
    private static readonly DateOnly Day = new(2026, 1, 1);
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Offices_are_read_again_after_a_change_or_half_an_hour()
    {
        var places = new StoragePlaces(new BlobServiceClient(azurite.ConnectionString), new TableServiceClient(azurite.ConnectionString));
        var (register, clock) = (new Counted(new OfficeRegister(places, new JsonBlobs(places))), new MovableClock());
        var counts = new RegisteredOffices(register, new FakeRegisters { Units = UnitRegister.Empty }, clock);
        var slug = $"truong-{Guid.NewGuid():N}"[..30];

        await counts.OnAsync(Day, None);
        Assert.False(await IsReadAgainUnchangedAsync());
        await register.PutAsync(new(slug, "Trường mẫu", "31"), None);
        Assert.True(await IsReadAgainAsync(2));
        Assert.Contains((await counts.OnAsync(Day, None)).ByProvince["31"], one => one.Office.Slug == slug);
        Assert.False(await IsReadAgainUnchangedAsync());
        await register.PutAllAsync([new(slug, "Trường mẫu hai", "31")], None);
        Assert.True(await IsReadAgainAsync(2));
        Assert.True(await IsReadAgainAsync(31));

        // Past the longest age whoever asks waits for the reading.
        async Task<bool> IsReadAgainAsync(int minutes)
        {
            var reads = register.Reads;
            clock.Advance(TimeSpan.FromMinutes(minutes + 4));
            await counts.OnAsync(Day, None);
            return reads < register.Reads;
        }

        // Tests beside this one register offices too: then it is asked once more.
        async Task<bool> IsReadAgainUnchangedAsync()
        {
            while (true)
            {
                var stamp = await register.StampAsync(None);
                await IsReadAgainAsync(2);
                var again = await IsReadAgainAsync(2);
                if (stamp == await register.StampAsync(None)) return again;
            }
        }
    }

    private sealed class Counted(IOfficeRegister offices) : IOfficeRegister
    {
        public int Reads { get; private set; }

        public Task<Office?> FindAsync(string slug, CancellationToken cancellationToken) => offices.FindAsync(slug, cancellationToken);

        public Task PutAsync(Office office, CancellationToken cancellationToken) => offices.PutAsync(office, cancellationToken);

        public Task PutAllAsync(ImmutableArray<Office> all, CancellationToken cancellationToken) => offices.PutAllAsync(all, cancellationToken);

        public Task<string> StampAsync(CancellationToken cancellationToken) => offices.StampAsync(cancellationToken);

        public async IAsyncEnumerable<Office> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Reads++;
            await foreach (var office in offices.ListAsync(cancellationToken)) yield return office;
        }
    }
}
