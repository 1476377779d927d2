using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using LearningSociety.App.Statistics.Queries;
using LearningSociety.App.Web.Answers;
using LearningSociety.Domain.Catalogues;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LearningSociety.App.Statistics.Answers;

/// <summary>Answers a question in the form asked for, or that nothing has changed since it was asked last.</summary>
public sealed class StatisticsAnswer(IEnumerable<IStatisticsQuery> queries, ArgumentReader reader, Catalogue catalogue)
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>All queries, by name.</summary>
    public ImmutableSortedDictionary<string, IStatisticsQuery> Queries { get; } = queries.ToImmutableSortedDictionary(query => query.Name, query => query, StringComparer.Ordinal);

    /// <summary>The answer to a request for a query.</summary>
    public async Task<Answer> OfAsync(string name, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var stop = request.HttpContext.RequestAborted;
        if (!Queries.TryGetValue(name, out var query)) return Answer.Problem(StatisticsProblems.UnknownQuery(name, Queries.Keys));
        var given = request.Query.ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.Ordinal);
        var (page, wrongPage) = PageArguments.Read(given, request.Headers.Accept.ToString());
        if (page is null) return Answer.Problem(wrongPage!);
        var (arguments, wrong) = await reader.ReadAsync(query.Parameters, given.Where(one => !PageArguments.Names.Contains(one.Key)).ToDictionary(StringComparer.Ordinal), stop);
        if (arguments is null) return Answer.Problem(wrong!);
        var outcome = await query.RunAsync(arguments, stop);
        if (outcome.Table is not { } table) return Answer.Problem(outcome.Problem!);
        if (page.Format == AnswerFormat.Xlsx && Math.Min(table.Total - page.Skip, page.Take) > XlsxBook.MostRows)
            return Answer.Problem(StatisticsProblems.RangeTooLarge($"Bảng có {table.Total} dòng; tệp XLSX chứa được tối đa {XlsxBook.MostRows} dòng. Lấy dạng CSV (format=csv) hoặc lấy từng trang (page, pageSize)."));
        return Answer.Of(http => WriteAsync(http, query, arguments, page, table));
    }

    private async Task WriteAsync(HttpContext http, IStatisticsQuery query, QueryArguments arguments, PageArguments page, QueryTable table)
    {
        var (response, stop) = (http.Response, http.RequestAborted);
        var tag = TagOf(query, arguments, page, table);
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = "Accept, Authorization, Cookie, X-Api-Key";
        response.Headers["X-As-Of"] = table.AsOf.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var rows = table.Rows.Skip(page.Skip).Take(page.Take);
        switch (page.Format)
        {
            case AnswerFormat.Csv:
                response.ContentType = "text/csv; charset=utf-8; header=present";
                response.Headers.ContentDisposition = NameOf(query, arguments, "csv");
                await CsvRows.WriteAsync(response.BodyWriter, query.Columns, rows, stop);
                break;
            case AnswerFormat.Xlsx:
                // A workbook is a zip file, whose parts are put together before it can be sent.
                await using (var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous))
                {
                    await XlsxBook.WriteAsync(file, query.Title, query.Columns, rows, table.AsOf, table.Notes, stop);
                    file.Position = 0;
                    response.ContentType = Workbook;
                    response.ContentLength = file.Length;
                    response.Headers.ContentDisposition = NameOf(query, arguments, "xlsx");
                    await file.CopyToAsync(response.Body, stop);
                }

                break;
            default:
                response.ContentType = "application/json; charset=utf-8";
                await JsonRows.WriteAsync(response.BodyWriter, query, arguments, page, table, stop);
                break;
        }
    }

    // The catalogue's texts are part of answers, so its version is part of theirs.
    private EntityTagHeaderValue TagOf(IStatisticsQuery query, QueryArguments arguments, PageArguments page, QueryTable table)
    {
        var text = $"{query.Name}?{string.Join('&', arguments.Values.Select(value => $"{value.Key}={value.Value}"))}|{page}|{table.Version}|{catalogue.Version}";
        return new($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24]}\"");
    }

    private static string NameOf(IStatisticsQuery query, QueryArguments arguments, string ending) =>
        $"attachment; filename=\"{string.Join('-', new[] { query.Name, arguments.Text("province"), arguments.Text("year") }.OfType<string>())}.{ending}\"";
}
