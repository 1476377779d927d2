using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LearningSociety.App.Intake;
using LearningSociety.App.Records;
using LearningSociety.App.Registers;
using LearningSociety.App.Settings;
using LearningSociety.App.Storage;
using LearningSociety.Catalog;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Intake;

/// <summary>A clock that stands still until it is moved, and can do something the next time it is looked at.</summary>
internal sealed class HeldClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public Action? WhenRead { get; set; }

    public void MoveTo(DateTimeOffset time) => now = time > now ? time : now;

    public override DateTimeOffset GetUtcNow()
    {
        var action = WhenRead;
        WhenRead = null;
        action?.Invoke();
        now = now.AddTicks(10);
        return now;
    }
}

/// <summary>The intake over Azurite, for a dossier of its own.</summary>
internal sealed class IntakeStack
{
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(60);

    public IntakeStack(AzuriteFixture azurite)
    {
        var settings = new AppSettings(
            new(azurite.ConnectionString, null, null), new(new("http://127.0.0.1:1/"), null, "dossier", "1"), null, new(Quiet, 1 << 20, 300, 100), new("a@xa.example", "A", "pickup", null), null, null);
        Places = new(new BlobServiceClient(azurite.ConnectionString), new TableServiceClient(azurite.ConnectionString));
        var blobs = new JsonBlobs(Places);
        var pending = new PendingWork(Places, Clock);
        Arrivals = new(Places, pending);
        Revisions = new(Places, blobs);
        Heads = new(Places, Clock);
        Offices = new(Places, blobs);
        Originals = new(Places);
        Closing = new(Arrivals, Revisions, Heads, pending, settings, Clock);
        Intake = new(CatalogueLoader.Load().Catalogue!, settings, Offices, Heads, Originals, Arrivals, Revisions, new(Places, Clock), Clock);
        Dossier = DossierId.TryCreate("unit-request", 2025, $"don-vi-{Guid.NewGuid():n}")!;
    }

    public HeldClock Clock { get; } = new(new(2026, 1, 12, 1, 0, 0, TimeSpan.Zero));

    public StoragePlaces Places { get; }

    public ArrivalStore Arrivals { get; }

    public RevisionStore Revisions { get; }

    public DossierHeads Heads { get; }

    public OfficeRegister Offices { get; }

    public OriginalStore Originals { get; }

    public RevisionClosing Closing { get; }

    public DossierIntake Intake { get; }

    public DossierId Dossier { get; }

    public async Task<IntakeOutcome> UploadAsync(string name, string content) => await Intake.AcceptAsync(Dossier, name, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)), default);

    /// <summary>Runs revisions as their orchestrations do, until nothing waits.</summary>
    public async Task<List<RevisionManifest>> RunAsync(int from = 1)
    {
        var closed = new List<RevisionManifest>();
        for (var revision = from; ;)
        {
            var outcome = await Closing.TryCloseAsync(Dossier, revision, default);
            if (outcome.Step == RevisionStep.Idle)
                return closed;
            if (outcome.Step == RevisionStep.Wait)
            {
                Clock.MoveTo(outcome.Until!.Value);
                continue;
            }

            closed.Add((await Revisions.ReadAsync(Dossier, revision++, default))!);
            if (!outcome.MoreWaiting)
                return closed;
        }
    }
}
