using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using LearningSociety.Fixtures;

namespace LearningSociety.Conformance.Tables;

public sealed class ServiceTests(AzuriteFixture azurite) : TableTests(azurite)
{
    [Fact]
    public async Task A_table_is_created_once_listed_and_deleted()
    {
        var name = $"life{Guid.NewGuid():N}";

        Assert.Equal(name, (await Service.CreateTableIfNotExistsAsync(name, Cancellation)).Value.Name);
        Assert.Equal(409, (await Service.CreateTableIfNotExistsAsync(name, Cancellation)).GetRawResponse().Status);
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => Service.CreateTableAsync(name, Cancellation));
        Assert.Equal((409, "TableAlreadyExists"), (refusal.Status, refusal.ErrorCode));
        Assert.Contains(name, await Service.QueryAsync(cancellationToken: Cancellation).Select(table => table.Name).ToListAsync(Cancellation));

        Assert.Equal(204, (await Service.DeleteTableAsync(name, Cancellation)).Status);
        Assert.Equal(404, (await Service.DeleteTableAsync(name, Cancellation)).Status);
        Assert.DoesNotContain(name, await Service.QueryAsync(cancellationToken: Cancellation).Select(table => table.Name).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_table_that_is_not_there_takes_no_rows()
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => Service.GetTableClient("nosuchtable").AddEntityAsync(new TableEntity("p", "1"), Cancellation));
        Assert.Equal(404, refusal.Status);
        Assert.True(refusal.ErrorCode == TableErrorCode.TableNotFound);
    }

    [Fact]
    public async Task A_client_made_from_address_and_key_signs_its_requests()
    {
        var key = new TableSharedKeyCredential(AzuriteFixture.AccountName, AzuriteFixture.AccountKey);
        var table = new TableClient(Azurite.TableEndpoint, Table.Name, key);
        await table.AddEntityAsync(new TableEntity("p", "1"), Cancellation);
        Assert.Equal(["1"], await RowKeysAsync(null));
        Assert.Equal(AzuriteFixture.AccountName, table.AccountName);

        var wrong = new TableClient(Azurite.TableEndpoint, Table.Name, new TableSharedKeyCredential(AzuriteFixture.AccountName, "d3Jvbmc="));
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => wrong.AddEntityAsync(new TableEntity("p", "2"), Cancellation));
        Assert.Equal(403, refusal.Status);
    }

    [Fact]
    public async Task Tokens_are_not_sent_over_plain_http()
    {
        var client = new TableClient(Azurite.TableEndpoint, Table.Name, new FixedToken());
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.AddEntityAsync(new TableEntity("p", "1"), Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AccountName=a")]
    [InlineData("nonsense")]
    public void A_connection_string_without_what_is_needed_is_refused(string text) =>
        Assert.ThrowsAny<Exception>(() => new TableServiceClient(text));

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=acc;AccountKey=a2V5;EndpointSuffix=core.windows.net", "https://acc.table.core.windows.net/", "acc")]
    [InlineData("AccountName=acc;AccountKey=a2V5;TableEndpoint=https://tables.example.vn/acc", "https://tables.example.vn/acc", "acc")]
    public void A_connection_string_says_where_the_tables_are(string text, string address, string account)
    {
        var service = new TableServiceClient(text);
        Assert.Equal(new Uri(address), service.Uri);
        Assert.Equal(account, service.AccountName);
    }

    private sealed class FixedToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
