using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LearningSociety.App.Statistics.Queries;
using LearningSociety.Domain.Catalogues;

namespace LearningSociety.App.Statistics.Answers;

/// <summary>The OpenAPI 3.1 document of the statistics, made from the queries themselves so that it cannot say anything else.</summary>
public sealed class OpenApiDocument(IEnumerable<IStatisticsQuery> queries, Catalogue catalogue)
{
    private const string Problem = "application/problem+json";

    /// <summary>The document.</summary>
    public JsonObject Json { get; } = new()
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject { ["title"] = "Thống kê xã hội học tập", ["version"] = catalogue.Version },
        ["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray() }),
        ["paths"] = new JsonObject(queries.OrderBy(query => query.Name, StringComparer.Ordinal)
            .Select(query => KeyValuePair.Create<string, JsonNode?>($"/api/statistics/{query.Name}", new JsonObject { ["get"] = Operation(query, catalogue) }))),
        ["components"] = new JsonObject
        {
            ["securitySchemes"] = new JsonObject { ["key"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "Khóa truy cập" } },
            ["schemas"] = new JsonObject { ["column"] = ColumnSchema(), ["problem"] = ProblemSchema() },
        },
    };

    private static JsonObject Operation(IStatisticsQuery query, Catalogue catalogue) => new()
    {
        ["operationId"] = query.Name,
        ["summary"] = query.Title,
        ["parameters"] = new JsonArray([.. query.Parameters.Select(parameter => Parameter(parameter, catalogue)), .. PageParameters()]),
        ["responses"] = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = "Số liệu",
                ["headers"] = new JsonObject
                {
                    ["ETag"] = new JsonObject { ["description"] = "Đổi khi số liệu đổi; gửi lại trong If-None-Match", ["schema"] = Of("string") },
                    ["X-As-Of"] = new JsonObject { ["description"] = "Lần cuối số liệu đổi", ["schema"] = Of("string", "date-time") },
                },
                ["content"] = new JsonObject
                {
                    ["application/json"] = new JsonObject { ["schema"] = AnswerSchema(query) },
                    ["text/csv"] = new JsonObject { ["schema"] = Of("string") },
                    ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = new JsonObject { ["schema"] = new JsonObject() },
                },
            },
            ["304"] = new JsonObject { ["description"] = "Không có gì đổi từ lần hỏi trước" },
            ["400"] = Refusal("Tham số chưa đúng"),
            ["401"] = Refusal("Thiếu khóa truy cập"),
            ["403"] = Refusal("Không có quyền"),
            ["404"] = Refusal("Không có nơi này"),
        },
    };

    private static JsonObject Parameter(QueryParameter parameter, Catalogue catalogue) => Parameter(parameter.Name, parameter.Required, parameter.Meaning, parameter.Type switch
    {
        ParameterType.Year => new JsonObject { ["type"] = "integer", ["minimum"] = ArgumentReader.FirstYear },
        ParameterType.Number => new JsonObject { ["type"] = "integer", ["minimum"] = 1 },
        ParameterType.Day => Of("string", "date"),
        ParameterType.Choice => new JsonObject { ["type"] = "string", ["enum"] = Texts(parameter.Choices) },
        ParameterType.Kind => new JsonObject { ["type"] = "string", ["enum"] = Texts(catalogue.Kinds.Select(kind => kind.Id)) },
        _ => Of("string"),
    });

    private static IEnumerable<JsonObject> PageParameters() =>
    [
        Parameter("format", false, "dạng của câu trả lời; bỏ trống thì theo Accept", new() { ["type"] = "string", ["enum"] = Texts(PageArguments.Formats), ["default"] = "json" }),
        Parameter("page", false, "trang, từ 1; CSV và XLSX bỏ trống là tất cả", new() { ["type"] = "integer", ["minimum"] = 1 }),
        Parameter("pageSize", false, "số dòng một trang", new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = PageArguments.MostSize, ["default"] = PageArguments.UsualSize }),
    ];

    private static JsonObject Parameter(string name, bool required, string meaning, JsonObject schema) =>
        new() { ["name"] = name, ["in"] = "query", ["required"] = required, ["description"] = meaning, ["schema"] = schema };

    private static JsonObject AnswerSchema(IStatisticsQuery query) => Record(new()
    {
        ["query"] = new JsonObject { ["const"] = query.Name },
        ["parameters"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = Of("string") },
        ["asOf"] = Of("string", "date-time"),
        ["version"] = Of("string"),
        ["page"] = Of("integer"),
        ["pageSize"] = Of("integer"),
        ["total"] = Of("integer"),
        ["notes"] = new JsonObject { ["type"] = "array", ["items"] = Of("string") },
        ["columns"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["$ref"] = "#/components/schemas/column" } },
        ["rows"] = new JsonObject { ["type"] = "array", ["items"] = Record(new(query.Columns.Select(column => KeyValuePair.Create<string, JsonNode?>(column.Name, Cell(column))))) },
    });

    private static JsonObject Cell(Column column)
    {
        var cell = new JsonObject
        {
            ["type"] = new JsonArray(column.Type switch { ColumnType.Integer => "integer", ColumnType.Decimal => "number", _ => "string" }, "null"),
            ["title"] = column.Title,
            ["description"] = column.Unit.Length == 0 ? column.Meaning : $"{column.Meaning} ({column.Unit})",
        };
        if (column.Type == ColumnType.Date) cell["format"] = "date";
        return cell;
    }

    private static JsonObject ColumnSchema() => Record(new()
    {
        ["name"] = Of("string"),
        ["type"] = new JsonObject { ["type"] = "string", ["enum"] = Texts(Enum.GetValues<ColumnType>().Select(JsonRows.TypeName)) },
        ["title"] = Of("string"),
        ["meaning"] = Of("string"),
        ["unit"] = Of("string"),
    });

    private static JsonObject ProblemSchema() => Record(new()
    {
        ["type"] = Of("string", "uri"),
        ["title"] = Of("string"),
        ["status"] = Of("integer"),
        ["detail"] = Of("string"),
        ["instance"] = Of("string"),
        ["code"] = Of("string"),
    });

    // All members are there, and no others.
    private static JsonObject Record(JsonObject members) =>
        new() { ["type"] = "object", ["properties"] = members, ["required"] = Texts(members.Select(member => member.Key)), ["additionalProperties"] = false };

    private static JsonObject Refusal(string description) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject { [Problem] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/problem" } } },
    };

    private static JsonObject Of(string type, string? format = null) => format is null ? new() { ["type"] = type } : new() { ["type"] = type, ["format"] = format };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
