using System.Xml.Linq;
using Azure;
using Azure.Data.Tables;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace LearningSociety.App.Access;

/// <summary>Keeps the data-protection keys, by which form tokens are made, in Table Storage, so that every instance reads the tokens of the others.</summary>
internal sealed class TableXmlRepository(TableServiceClient tables) : IXmlRepository
{
    private const string Table = "DataProtection";
    private const string Partition = "key";

    public IReadOnlyCollection<XElement> GetAllElements() => Wait(ReadAsync);

    public void StoreElement(XElement element, string friendlyName) => Wait(async () =>
    {
        await tables.CreateTableIfNotExistsAsync(Table);
        await tables.GetTableClient(Table).AddEntityAsync(
            new TableEntity(Partition, Guid.CreateVersion7().ToString("N")) { ["Xml"] = element.ToString(SaveOptions.DisableFormatting) });
        return true;
    });

    private async Task<List<XElement>> ReadAsync()
    {
        var elements = new List<XElement>();
        try
        {
            await foreach (var row in tables.GetTableClient(Table).QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}")))
                elements.Add(XElement.Parse(row.GetString("Xml")));
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            // No key was ever stored.
        }

        return elements;
    }

    // The interface is synchronous; it is called once at start and when a key is renewed.
    private static T Wait<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();
}
