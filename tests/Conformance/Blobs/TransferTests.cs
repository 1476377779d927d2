using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using LearningSociety.Fixtures;

namespace LearningSociety.Conformance.Blobs;

/// <summary>The Blob client and the emulator get on: whole and in blocks, with the checksums that Azurite takes (it takes no CRC64).</summary>
public sealed class TransferTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StorageChecksumAlgorithm.None, 1_000)]
    [InlineData(StorageChecksumAlgorithm.MD5, 1_000)]
    [InlineData(StorageChecksumAlgorithm.MD5, 5_000_000)]
    public async Task Uploads_with_checksums_arrive_unchanged(StorageChecksumAlgorithm algorithm, int length)
    {
        var container = new BlobContainerClient(azurite.ConnectionString, $"transfer-{Guid.NewGuid():N}");
        await container.CreateAsync(cancellationToken: Cancellation);
        var content = new byte[length];
        new Random(length).NextBytes(content);
        var blob = container.GetBlobClient("scan.pdf");

        await blob.UploadAsync(
            new MemoryStream(content),
            new BlobUploadOptions
            {
                TransferValidation = new UploadTransferValidationOptions { ChecksumAlgorithm = algorithm },
                TransferOptions = new StorageTransferOptions { InitialTransferSize = 1 << 20, MaximumTransferSize = 1 << 20 },
            },
            Cancellation);

        var back = await blob.DownloadContentAsync(Cancellation);
        Assert.Equal(content, back.Value.Content.ToArray());
    }

    [Fact]
    public async Task A_download_with_checksums_is_checked()
    {
        var container = new BlobContainerClient(azurite.ConnectionString, $"transfer-{Guid.NewGuid():N}");
        await container.CreateAsync(cancellationToken: Cancellation);
        var content = new byte[100_000];
        new Random(1).NextBytes(content);
        var blob = container.GetBlobClient("scan.pdf");
        await blob.UploadAsync(new MemoryStream(content), Cancellation);

        var options = new BlobDownloadToOptions
        {
            TransferValidation = new DownloadTransferValidationOptions { ChecksumAlgorithm = StorageChecksumAlgorithm.MD5 },
        };
        var file = new MemoryStream();
        await blob.DownloadToAsync(file, options, Cancellation);

        Assert.Equal(content, file.ToArray());
    }
}
