using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LearningSociety.App.Registers;
using LearningSociety.App.Registers.Imports;
using LearningSociety.App.Storage;
using LearningSociety.App.Tests.Statistics;
using LearningSociety.App.Tests.Web;
using LearningSociety.Domain.Places;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Registers;

/// <summary>Imports over a province with two districts until 30 June 2025 and three communes, one of which was made of two; with an office in the first.</summary>
internal sealed class ImportStack
{
    public static readonly DateOnly Last = new(2025, 6, 30);
    public static readonly DateOnly First = new(2025, 7, 1);

    public ImportStack(AzuriteFixture azurite)
    {
        var places = new StoragePlaces(new BlobServiceClient(azurite.ConnectionString), new TableServiceClient(azurite.ConnectionString));
        var (blobs, clock) = (new JsonBlobs(places), new MovableClock());
        clock.Advance(TimeSpan.FromDays(48));
        Registers.Units = new(
        [
            new("31", "Thành phố Hải Phòng", UnitTier.Province, null, null, null, []),
            new("288", "Huyện Một", UnitTier.District, "31", null, Last, []),
            new("10675", "Phường Kinh Môn", UnitTier.Commune, "288", null, Last, ["10675"]),
            new("10678", "Phường An Lưu", UnitTier.Commune, "288", null, Last, ["10675"]),
            new("10675", "Phường Kinh Môn", UnitTier.Commune, "31", First, null, []),
            new("00012", "Xã Nhỏ", UnitTier.Commune, "31", null, null, []),
        ]);
        Offices.PutAsync(new("truong-a", "Trường A", "31", "10675"), default).Wait();
        Measures = new(blobs, clock);
        Recognitions = new(blobs, clock);
        Receipts = new(blobs, clock);
        Imports = new(
        [
            new UnitImport(Registers, Registers), new OfficeImport(Registers, Registers), new MeasureImport(Measures, Registers, StatisticsStack.Catalogue, clock),
            new RecognitionImport(Recognitions, Registers, Registers, StatisticsStack.Catalogue, clock),
            new ReceiptImport(Receipts, Registers, Registers, StatisticsStack.Catalogue, clock),
        ]);
    }

    public FakeRegisters Registers { get; } = new();

    public IOfficeRegister Offices => Registers;

    public MeasureBook Measures { get; }

    public RecognitionBook Recognitions { get; }

    public ReceiptBook Receipts { get; }

    public RegisterImports Imports { get; }

    public async Task<ImportOutcome> RunAsync(string import, string csv, bool checkOnly = false) => await RunAsync(import, Encoding.UTF8.GetBytes(csv), checkOnly);

    public async Task<ImportOutcome> RunAsync(string import, byte[] file, bool checkOnly = false) =>
        (await Imports.RunAsync(import, new MemoryStream(file), checkOnly, default))!;
}
