using System.Buffers.Binary;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using LearningSociety.Fixtures;

namespace LearningSociety.Conformance.Hashing;

/// <summary>The Blob client computes its checksums over the hashing package: uploads and downloads go through it.</summary>
public sealed class BlobTransferTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StorageChecksumAlgorithm.None, 1_000)]
    [InlineData(StorageChecksumAlgorithm.MD5, 1_000)]
    [InlineData(StorageChecksumAlgorithm.MD5, 5_000_000)]
    public async Task Uploads_with_checksums_arrive_unchanged(StorageChecksumAlgorithm algorithm, int length)
    {
        var container = new BlobContainerClient(azurite.ConnectionString, $"hashing-{Guid.NewGuid():N}");
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

    [Theory]
    [InlineData(1_000)]
    [InlineData(300_000)]
    public async Task Storage_checksums_are_right_for_every_block(int length)
    {
        // Azurite takes no CRC64: it is checked on its way out and goes no further.
        var seen = new ChecksumWatch();
        var options = new BlobClientOptions();
        options.AddPolicy(seen, HttpPipelinePosition.PerCall);
        var container = new BlobContainerClient(azurite.ConnectionString, $"hashing-{Guid.NewGuid():N}", options);
        await container.CreateAsync(cancellationToken: Cancellation);
        var content = new byte[length];
        new Random(length).NextBytes(content);

        await container.GetBlobClient("scan.pdf").UploadAsync(
            new MemoryStream(content),
            new BlobUploadOptions
            {
                TransferValidation = new UploadTransferValidationOptions { ChecksumAlgorithm = StorageChecksumAlgorithm.StorageCrc64 },
                TransferOptions = new StorageTransferOptions { InitialTransferSize = 100_000, MaximumTransferSize = 100_000, MaximumConcurrency = 1 },
            },
            Cancellation);

        var expected = content.Chunk(100_000).Select(block => Convert.ToBase64String(StorageCrc64.Of(block)));
        Assert.Equal(expected.Order(StringComparer.Ordinal), seen.Checksums.Take(content.Chunk(100_000).Count()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_download_with_checksums_is_checked()
    {
        var container = new BlobContainerClient(azurite.ConnectionString, $"hashing-{Guid.NewGuid():N}");
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

    private sealed class ChecksumWatch : HttpPipelineSynchronousPolicy
    {
        private const string Header = "x-ms-content-crc64";

        public List<string> Checksums { get; } = [];

        public override void OnSendingRequest(HttpMessage message)
        {
            if (message.Request.Headers.TryGetValue(Header, out var checksum))
                Checksums.Add(checksum);
            message.Request.Headers.Remove(Header);
        }
    }

    /// <summary>The CRC64 of the storage services, bit by bit as it is defined.</summary>
    private static class StorageCrc64
    {
        public static byte[] Of(byte[] content)
        {
            var crc = ulong.MaxValue;
            foreach (var b in content)
            {
                crc ^= b;
                for (var bit = 0; bit < 8; bit++)
                    crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0x9A6C9329AC4BC9B5UL;
            }

            var bytes = new byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, ~crc);
            return bytes;
        }
    }
}
