using System.Collections.Immutable;
using LearningSociety.App.Web.Answers;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>
/// A question that statistics answer, under one name everywhere. Register an implementation and it is served in JSON, CSV
/// and XLSX, checked, paged, cached by version and described in the OpenAPI document and the data dictionary.
/// </summary>
public interface IStatisticsQuery
{
    /// <summary>The name, such as "results".</summary>
    string Name { get; }

    /// <summary>What it answers, in Vietnamese.</summary>
    string Title { get; }

    /// <summary>Its parameters; those for page and format belong to all.</summary>
    ImmutableArray<QueryParameter> Parameters { get; }

    /// <summary>Its columns.</summary>
    ImmutableArray<Column> Columns { get; }

    /// <summary>Answers. Arguments have been checked one by one; what does not fit together is a problem of the outcome.</summary>
    Task<QueryOutcome> RunAsync(QueryArguments arguments, CancellationToken cancellationToken);
}

/// <summary>What a parameter takes.</summary>
public enum ParameterType
{
    /// <summary>Code of a province that units or figures know.</summary>
    Province,

    /// <summary>Code of an administrative unit of any tier and time.</summary>
    Place,

    /// <summary>A year from 2000 to the next one.</summary>
    Year,

    /// <summary>A dossier kind of the catalogue.</summary>
    Kind,

    /// <summary>One of the choices.</summary>
    Choice,

    /// <summary>A whole number from 1 to 999.</summary>
    Number,

    /// <summary>A day, year-month-day.</summary>
    Day,
}

/// <summary>A parameter of a query.</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="Type">What it takes.</param>
/// <param name="Required">True when it must be there.</param>
/// <param name="Meaning">What it is for, in Vietnamese.</param>
/// <param name="Choices">What may be chosen, for choices.</param>
public sealed record QueryParameter(string Name, ParameterType Type, bool Required, string Meaning, params ImmutableArray<string> Choices);

/// <summary>Arguments that were checked.</summary>
/// <param name="Values">By name, in the order of the parameters; only those given.</param>
public sealed record QueryArguments(ImmutableSortedDictionary<string, string> Values)
{
    /// <summary>A text; null when it was not given.</summary>
    public string? Text(string name) => Values.GetValueOrDefault(name);

    /// <summary>A year or number; null when it was not given.</summary>
    public int? Number(string name) => Values.TryGetValue(name, out var text) ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>A day; null when it was not given.</summary>
    public DateOnly? Day(string name) =>
        Values.TryGetValue(name, out var text) ? DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;
}

/// <summary>What a query answers: a table, or why not.</summary>
/// <param name="Table">The table; null for a problem.</param>
/// <param name="Problem">The problem; null for a table.</param>
public sealed record QueryOutcome(QueryTable? Table, Problem? Problem)
{
    /// <summary>A table.</summary>
    public static QueryOutcome Of(QueryTable table) => new(table, null);

    /// <summary>A problem.</summary>
    public static QueryOutcome Refused(Problem problem) => new(null, problem);
}

/// <summary>The rows of an answer.</summary>
/// <param name="Rows">Cells in the order of the query's columns; read once, page by page where there are many.</param>
/// <param name="Total">How many rows there are.</param>
/// <param name="Version">Changes whenever the answer may.</param>
/// <param name="AsOf">When what is counted changed last.</param>
/// <param name="Notes">What a reader has to know, in Vietnamese.</param>
public sealed record QueryTable(IAsyncEnumerable<object?[]> Rows, int Total, string Version, DateTimeOffset AsOf, ImmutableArray<string> Notes);
