using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;
using LearningSociety.Fixtures;

namespace LearningSociety.Conformance.Tables;

public sealed class ValueTests(AzuriteFixture azurite) : TableTests(azurite)
{
    private static readonly Guid Id = new("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9");

    public static TheoryData<object> Values =>
    [
        "",
        " khoảng trắng ",
        "Nguyễn Thị Hạnh",
        "line\r\nline\t\"quoted\" \\ / \u0001",
        "--changeset_1\r\nPOST http://127.0.0.1/x HTTP/1.1\r\n\r\n{}",
        "😀",
        true,
        false,
        0,
        int.MinValue,
        int.MaxValue,
        0L,
        long.MinValue,
        long.MaxValue,
        9_007_199_254_740_993L,
        0.0,
        1.0,
        -0.1,
        1e300,
        double.Epsilon,
        double.NaN,
        Id,
        Array.Empty<byte>(),
        new byte[] { 0, 255, 10, 13 },
        new DateTimeOffset(2026, 11, 22, 1, 34, 7, 123, TimeSpan.Zero).AddTicks(4567),
        new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero),
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_comes_back_as_it_was_with_its_type(object value)
    {
        await Table.AddEntityAsync(new TableEntity("single", "1") { ["Value"] = value }, Cancellation);
        await Table.SubmitTransactionAsync(
            [Action(TableTransactionActionType.UpsertReplace, new TableEntity("batch", "1") { ["Value"] = value, ["After"] = "end" })], Cancellation);

        foreach (var partition in new[] { "single", "batch" })
        {
            var row = (await Table.GetEntityAsync<TableEntity>(partition, "1", cancellationToken: Cancellation)).Value;
            Assert.IsType(value.GetType(), row["Value"]);
            Assert.Equal(value, row["Value"]);
        }
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public Task An_infinite_number_is_refused(double value) => Assert.ThrowsAsync<ArgumentException>(
        () => Table.AddEntityAsync(new TableEntity("p", "1") { ["Value"] = value }, Cancellation));

    [Fact]
    public async Task Long_vietnamese_texts_arrive_whole()
    {
        // Several pieces of the network each, so that letters lie across their borders.
        var text = string.Concat(Enumerable.Repeat("Nghị quyết về xã hội học tập; ", 1000));
        await Table.SubmitTransactionAsync(
            Enumerable.Range(0, 5).Select(i => Action(TableTransactionActionType.Add, new TableEntity("p", $"{i}") { ["A"] = text, ["B"] = "ệ" + text })), Cancellation);

        await foreach (var row in Table.QueryAsync<TableEntity>(cancellationToken: Cancellation))
            Assert.Equal((text, "ệ" + text), (row.GetString("A"), row.GetString("B")));
    }

    [Fact]
    public async Task Instants_are_kept_in_utc_and_missing_values_are_not_kept()
    {
        var instant = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(7));
        await Table.AddEntityAsync(new TableEntity("p", "1") { ["At"] = instant, ["Day"] = instant.UtcDateTime, ["Nothing"] = null }, Cancellation);

        var row = (await Table.GetEntityAsync<TableEntity>("p", "1", cancellationToken: Cancellation)).Value;

        Assert.Equal(TimeSpan.Zero, row.GetDateTimeOffset("At")!.Value.Offset);
        Assert.Equal(instant, row.GetDateTimeOffset("At"));
        Assert.Equal(instant.UtcDateTime, row.GetDateTime("Day"));
        Assert.Equal(DateTimeKind.Utc, row.GetDateTime("Day")!.Value.Kind);
        Assert.False(row.ContainsKey("Nothing"));
        Assert.Null(row.GetString("Nothing"));
    }

    [Fact]
    public async Task A_row_of_an_application_class_comes_back_whole()
    {
        var written = new Reading
        {
            PartitionKey = "2026",
            RowKey = "H1",
            Title = "Báo cáo",
            Pages = 4,
            Size = 5_000_000_000,
            Share = 1.0,
            Complete = true,
            Id = Id,
            ReceivedAt = new DateTimeOffset(2026, 11, 22, 1, 2, 3, TimeSpan.Zero),
            Day = new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc),
            Hash = [1, 2, 3],
            Kind = ReadingKind.Scanned,
            MaybeKind = ReadingKind.Digital,
            MaybePages = 7,
            Renamed = "other name",
            NotKept = "gone",
        };
        await Table.AddEntityAsync(written, Cancellation);

        var read = (await Table.GetEntityAsync<Reading>("2026", "H1", cancellationToken: Cancellation)).Value;
        Assert.Equal(written.Hash, read.Hash);
        Assert.NotNull(read.Timestamp);
        Assert.NotEqual(default, read.ETag);
        Assert.Null(read.NotKept);
        Assert.Equivalent(
            new { written.Title, written.Pages, written.Size, written.Share, written.Complete, written.Id, written.ReceivedAt, written.Day, written.Kind, written.MaybeKind, written.MaybePages, written.Renamed },
            read);
        Assert.Null(read.MaybeSize);

        var raw = (await Table.GetEntityAsync<TableEntity>("2026", "H1", cancellationToken: Cancellation)).Value;
        Assert.Equal("Scanned", raw["Kind"]);
        Assert.Equal("other name", raw["given"]);
        Assert.False(raw.ContainsKey(nameof(Reading.NotKept)));
        Assert.False(raw.ContainsKey(nameof(Reading.MaybeSize)));
    }

    [Fact]
    public async Task Only_selected_properties_are_read()
    {
        await Table.AddEntityAsync(new TableEntity("p", "1") { ["A"] = 1, ["B"] = 2 }, Cancellation);

        var row = (await Table.GetEntityAsync<TableEntity>("p", "1", ["RowKey", "B"], Cancellation)).Value;

        Assert.Equal(("1", 2), (row.RowKey, row.GetInt32("B")));
        Assert.False(row.ContainsKey("A"));
        Assert.False(row.ContainsKey("PartitionKey"));
    }

    [Fact]
    public async Task A_property_is_read_as_its_own_type_only()
    {
        await Table.AddEntityAsync(new TableEntity("p", "1") { ["Number"] = 1 }, Cancellation);
        var row = (await Table.GetEntityAsync<TableEntity>("p", "1", cancellationToken: Cancellation)).Value;

        Assert.Throws<InvalidOperationException>(() => row.GetString("Number"));
        Assert.Throws<InvalidOperationException>(() => row.GetInt64("Number"));
    }

    public enum ReadingKind
    {
        Digital,
        Scanned,
    }

    public sealed class Reading : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string? Title { get; init; }

        public int Pages { get; set; }

        public long Size { get; set; }

        public double Share { get; set; }

        public bool Complete { get; set; }

        public Guid Id { get; set; }

        public DateTimeOffset ReceivedAt { get; set; }

        public DateTime Day { get; set; }

        public byte[] Hash { get; set; } = [];

        public ReadingKind Kind { get; set; }

        public ReadingKind? MaybeKind { get; set; }

        public int? MaybePages { get; set; }

        public long? MaybeSize { get; set; }

        [DataMember(Name = "given")]
        public string? Renamed { get; set; }

        [IgnoreDataMember]
        public string? NotKept { get; set; }
    }
}
