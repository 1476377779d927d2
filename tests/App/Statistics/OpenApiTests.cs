using System.Text.Json;
using System.Text.Json.Nodes;
using LearningSociety.App.Statistics;
using LearningSociety.App.Statistics.Queries;
using LearningSociety.App.Registers;
using LearningSociety.App.Storage;
using LearningSociety.App.Tests.Web;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.App.Tests.Statistics;

/// <summary>The OpenAPI document and the data dictionary against what is really answered.</summary>
public sealed class OpenApiTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;

    // A question to each query, and one that each refuses.
    private static readonly Dictionary<string, string> Questions = new()
    {
        ["results"] = "province={p}&year=2024&kind=unit-request",
        ["trend"] = "province={p}&kind=unit-request&from=2022&to=2025",
        ["criteria"] = "province={p}&year=2024&kind=unit-request",
        ["gradings"] = "province={p}&year=2023",
        ["dossiers"] = "province={p}&year=2024&kind=unit-request",
        ["targets"] = "province={p}&year=2024",
        ["recognitions"] = "province={p}&on=2026-03-01",
        ["commune-levels"] = "province={p}&on=2024-12-31",
        ["reports-due"] = "province={p}&report=unit-dossier&year=2024&on=2025-03-01",
        ["reports-by-place"] = "province={p}&report=unit-dossier&year=2024&on=2025-03-01",
        ["places"] = "province={p}&on=2024-12-31",
        ["records"] = "province={p}&year=2024",
    };

    [Fact]
    public async Task Every_answer_is_as_the_document_says()
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        var document = JsonNode.Parse(await site.Client.GetStringAsync("api/openapi.json", None))!;
        Assert.Equal("3.1.0", (string?)document["openapi"]);
        Assert.Equal(Questions.Keys.Select(name => $"/api/statistics/{name}").Order(StringComparer.Ordinal), document["paths"]!.AsObject().Select(path => path.Key));
        foreach (var (name, question) in Questions)
        {
            var operation = document["paths"]![$"/api/statistics/{name}"]!["get"]!;
            Assert.All(question.Split('&'), part => Assert.Contains(operation["parameters"]!.AsArray(), parameter => (string?)parameter!["name"] == part.Split('=')[0]));
            var answer = await site.Client.GetAsync(site.Address($"{name}?{question}"), None);
            Assert.Empty(Faults(JsonNode.Parse(await answer.Content.ReadAsStringAsync(None)), Schema(operation, "200", "application/json"), document, name));
            Assert.All(operation["responses"]!["200"]!["headers"]!.AsObject(), header => Assert.True(answer.Headers.Contains(header.Key), header.Key));
            foreach (var type in operation["responses"]!["200"]!["content"]!.AsObject().Select(content => content.Key))
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, site.Address($"{name}?{question}"));
                request.Headers.Accept.ParseAdd(type);
                Assert.Equal(type, (await site.Client.SendAsync(request, None)).Content.Headers.ContentType!.MediaType);
            }

            var refused = await site.Client.GetAsync(site.Address($"{name}?{question}&khac=1"), None);
            Assert.Equal(400, (int)refused.StatusCode);
            Assert.Empty(Faults(JsonNode.Parse(await refused.Content.ReadAsStringAsync(None)), Schema(operation, "400", "application/problem+json"), document, name));
        }
    }

    [Fact]
    public async Task Required_parameters_are_those_that_are_missed()
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        var document = JsonNode.Parse(await site.Client.GetStringAsync("api/openapi.json", None))!;
        foreach (var (name, question) in Questions)
            foreach (var parameter in document["paths"]![$"/api/statistics/{name}"]!["get"]!["parameters"]!.AsArray())
            {
                var left = string.Join('&', question.Split('&').Where(part => part.Split('=')[0] != (string?)parameter!["name"]));
                Assert.Equal((bool)parameter!["required"]! ? 400 : 200, (int)(await site.Client.GetAsync(site.Address($"{name}?{left}"), None)).StatusCode);
            }
    }

    [Fact]
    public void Every_column_has_a_meaning_and_a_name_means_one_thing_in_a_query()
    {
        foreach (var query in Queries())
        {
            Assert.Equal(query.Columns.Length, query.Columns.Select(column => column.Name).Distinct().Count());
            Assert.All(query.Columns, column => Assert.True(column.Title.Length > 0 && column.Meaning.Length > 0 && column.Name.All(char.IsAsciiLetterOrDigit), $"{query.Name}.{column.Name}"));
            Assert.All(query.Columns.Where(column => column.Type == ColumnType.Decimal), column => Assert.NotEmpty(column.Unit));
        }
    }

    [Fact]
    public void The_data_dictionary_of_the_documentation_is_the_one_of_the_answers()
    {
        var rows = from query in Queries()
                   from column in query.Columns
                   group query.Name by column into same
                   select $"| `{same.Key.Name}` | {string.Join(", ", same.Order(StringComparer.Ordinal))} | {same.Key.Title} | {same.Key.Meaning} | {same.Key.Unit} |".Replace("|  |", "| |", StringComparison.Ordinal);
        var expected = rows.Order(StringComparer.Ordinal).ToArray();
        var written = File.ReadLines(Path.Combine(RepositoryFolder.Find()!, "docs", "data-dictionary.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        Assert.True(expected.SequenceEqual(written), $"The table of docs/data-dictionary.md should be:\n{string.Join('\n', expected)}");
    }

    private static IEnumerable<IStatisticsQuery> Queries()
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddSingleton(StatisticsStack.Catalogue).AddSingleton(new JsonBlobs(null!)).AddImports().AddStatistics();
        var registers = new FakeRegisters();
        services.AddSingleton<IOfficeRegister>(registers).AddSingleton<IUnitBook>(registers).AddSingleton<IStatisticsBook>(new StatisticsBook(null!));
        return services.BuildServiceProvider().GetServices<IStatisticsQuery>();
    }

    private static JsonNode Schema(JsonNode operation, string status, string type) => operation["responses"]![status]!["content"]![type]!["schema"]!;

    // As much of JSON Schema as the document uses.
    private static IEnumerable<string> Faults(JsonNode? value, JsonNode schema, JsonNode document, string where)
    {
        if ((string?)schema["$ref"] is { } reference)
            schema = reference.Split('/').Skip(1).Aggregate(document, (node, name) => node[name]!);
        if (schema["const"] is { } constant && !JsonNode.DeepEquals(value, constant)) yield return $"{where} is not {constant}";
        if (schema["enum"] is JsonArray choices && !choices.Any(choice => JsonNode.DeepEquals(value, choice))) yield return $"{where} is {value}, none of {choices}";
        var types = schema["type"] switch { null => [], JsonArray many => many.Select(type => (string)type!).ToArray(), var one => [(string)one!] };
        if (types.Length > 0 && !types.Any(type => Is(value, type))) yield return $"{where} is {value?.ToJsonString() ?? "null"}, not {string.Join('|', types)}";
        if (value is JsonArray items && schema["items"] is { } item)
            foreach (var fault in items.SelectMany((one, n) => Faults(one, item, document, $"{where}[{n}]"))) yield return fault;
        if (value is not JsonObject record) yield break;
        foreach (var name in schema["required"] as JsonArray ?? [])
            if (!record.ContainsKey((string)name!)) yield return $"{where} lacks {name}";
        foreach (var (name, member) in record)
        {
            if (schema["properties"]?[name] is { } known)
            {
                foreach (var fault in Faults(member, known, document, $"{where}.{name}")) yield return fault;
            }
            else if (schema["additionalProperties"] is JsonValue closed && !(bool)closed)
            {
                yield return $"{where} has {name}, which the document does not know";
            }
        }
    }

    private static bool Is(JsonNode? value, string type) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && !value.ToJsonString().Contains('.', StringComparison.Ordinal),
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        _ => false,
    };
}
