using System.Linq.Expressions;
using Azure;
using Azure.Data.Tables;
using LearningSociety.Fixtures;

namespace LearningSociety.Conformance.Tables;

public sealed class FilterTests(AzuriteFixture azurite) : TableTests(azurite)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Id = new("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9");

    /// <summary>What an application writes, and which of the rows 1 to 4 it finds.</summary>
    public static TheoryData<Expression<Func<Row, bool>>, string> Conditions
    {
        get
        {
            var ward = "Lê Lợi's";
            var limit = new { Pages = 2 };
            var data = new TheoryData<Expression<Func<Row, bool>>, string>
            {
                { row => row.RowKey == "2", "2" },
                { row => row.Name == ward, "2" },
                { row => row.Name != ward, "1 3 4" },
                { row => row.Pages == limit.Pages, "2" },
                { row => row.Pages > limit.Pages + 1, "4" },
                { row => row.Pages >= 3 && row.Pages <= 4, "3 4" },
                { row => row.Pages < 2 || row.Pages == 4, "1 4" },
                { row => 3 > row.Pages, "1 2" },
                { row => !(row.Pages == 1), "2 3 4" },
                { row => row.Complete, "2 4" },
                { row => !row.Complete, "1 3" },
                { row => row.Complete == false && row.Pages > 1, "3" },
                { row => row.Size == 10_000_000_002L, "2" },
                { row => row.Share > 0.5, "3 4" },
                { row => row.Share == 1.0, "4" },
                { row => row.At >= Noon.AddHours(3), "3 4" },
                { row => row.At < new DateTimeOffset(2026, 11, 22, 20, 30, 0, TimeSpan.FromHours(7)), "1" },
                { row => row.Id == Id, "3" },
                { row => row.Maybe == 3, "3" },
                { row => row.RowKey.CompareTo("3") >= 0, "3 4" },
                { row => string.Compare(row.RowKey, "2") > 0 && string.Compare(row.RowKey, "4") < 0, "3" },
                { row => row.Name.Equals("Đống Đa"), "3" },
                { row => (row.Pages == 1 || row.Pages == 2) && (row.Complete || row.Share > 0.1), "1 2" },
            };
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Conditions_find_their_rows(Expression<Func<Row, bool>> condition, string expected)
    {
        await FillAsync();

        var found = new List<string>();
        await foreach (var row in Table.QueryAsync(condition, cancellationToken: Cancellation))
            found.Add(row.RowKey);

        Assert.Equal(expected, string.Join(' ', found));
        // The service decides as C# does.
        Assert.Equal(expected, string.Join(' ', Rows().Where(condition.Compile()).Select(row => row.RowKey)));
    }

    [Fact]
    public async Task Interpolated_filters_write_each_value_as_its_type()
    {
        await FillAsync();

        Assert.Equal(["2"], await RowKeysAsync(TableClient.CreateQueryFilter($"Name eq {"Lê Lợi's"}")));
        Assert.Equal(["3", "4"], await RowKeysAsync(TableClient.CreateQueryFilter($"Pages ge {3}")));
        Assert.Equal(["2"], await RowKeysAsync(TableClient.CreateQueryFilter($"Size eq {10_000_000_002L}")));
        Assert.Equal(["4"], await RowKeysAsync(TableClient.CreateQueryFilter($"Share eq {1.0}")));
        Assert.Equal(["2", "4"], await RowKeysAsync(TableClient.CreateQueryFilter($"Complete eq {true}")));
        Assert.Equal(["3"], await RowKeysAsync(TableClient.CreateQueryFilter($"Id eq {Id}")));
        Assert.Equal(["3", "4"], await RowKeysAsync(TableClient.CreateQueryFilter($"At ge {Noon.AddHours(3)}")));
        Assert.Equal(["1", "2", "3", "4"], await RowKeysAsync(null));
    }

    [Fact]
    public void Interpolated_filters_cannot_be_broken_out_of()
    {
        var evil = "x' or PartitionKey ne '";
        Assert.Equal("Name eq 'x'' or PartitionKey ne '''", TableClient.CreateQueryFilter($"Name eq {evil}"));
    }

    [Fact]
    public async Task Dictionary_rows_are_filtered_by_their_readers()
    {
        await FillAsync();
        var found = new List<string>();
        await foreach (var row in Table.QueryAsync<TableEntity>(row => row.GetInt32("Pages") > 2 && row.GetString("Name") != "Đống Đa", cancellationToken: Cancellation))
            found.Add(row.RowKey);
        Assert.Equal(["4"], found);
    }

    [Fact]
    public void What_the_service_cannot_evaluate_is_refused_before_it_is_sent() =>
        Assert.All(
            (Expression<Func<Row, bool>>[])[row => row.Name.StartsWith("Lê"), row => string.CompareOrdinal(row.RowKey, "2") > 0],
            condition => Assert.Throws<NotSupportedException>(() => Table.QueryAsync(condition, cancellationToken: Cancellation)));

    // Rows hold the name, the condition asks for the number: a condition on an enumeration finds nothing, in Azure as here.
    [Fact]
    public async Task An_enumeration_is_asked_for_by_its_number_and_not_found()
    {
        await FillAsync();
        await foreach (var row in Table.QueryAsync<Row>(row => row.Kind == RowKind.Scanned, cancellationToken: Cancellation))
            Assert.Fail($"Row {row.RowKey} was found.");
    }

    private static IEnumerable<Row> Rows() => Enumerable.Range(1, 4).Select(i => new Row
    {
        PartitionKey = "p",
        RowKey = $"{i}",
        Name = i switch { 2 => "Lê Lợi's", 3 => "Đống Đa", _ => "Tân Mai" },
        Pages = i,
        Size = 10_000_000_000L + i,
        Share = i / 4.0,
        Complete = i % 2 == 0,
        At = Noon.AddHours(i),
        Id = i == 3 ? Id : Guid.Empty,
        Kind = i % 2 == 0 ? RowKind.Scanned : RowKind.Digital,
        Maybe = i == 3 ? 3 : null,
    });

    private Task FillAsync() =>
        Table.SubmitTransactionAsync(Rows().Select(row => Action(TableTransactionActionType.Add, row)), Cancellation);

    public enum RowKind
    {
        Digital,
        Scanned,
    }

    public sealed class Row : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string Name { get; set; } = "";

        public int Pages { get; set; }

        public long Size { get; set; }

        public double Share { get; set; }

        public bool Complete { get; set; }

        public DateTimeOffset At { get; set; }

        public Guid Id { get; set; }

        public RowKind Kind { get; set; }

        public int? Maybe { get; set; }
    }
}
