using System.Collections.Immutable;
using System.Globalization;
using LearningSociety.App.Registers;
using LearningSociety.App.Web.Answers;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Places;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>Reads and checks a query's arguments one by one; the first that does not fit is the answer.</summary>
public sealed class ArgumentReader(IUnitBook units, IStatisticsBook book, Catalogue catalogue, TimeProvider clock)
{
    /// <summary>The first year that there may be statistics of.</summary>
    public const int FirstYear = 2000;

    /// <summary>The last year that a day may lie in.</summary>
    public const int LastYear = 2100;

    private const int MostNumber = 999;

    /// <summary>The arguments, or what is wrong with them.</summary>
    /// <param name="parameters">The query's parameters.</param>
    /// <param name="given">Names and values of the request, without those for page and format.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<(QueryArguments? Arguments, Problem? Problem)> ReadAsync(
        ImmutableArray<QueryParameter> parameters, IReadOnlyDictionary<string, string> given, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(given);
        if (given.Keys.FirstOrDefault(name => parameters.All(parameter => parameter.Name != name)) is { } unknown)
            return (null, StatisticsProblems.UnknownParameter(unknown, parameters.Select(parameter => parameter.Name).Concat(PageArguments.Names)));
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            if (!given.TryGetValue(parameter.Name, out var value) || value.Length == 0)
            {
                if (parameter.Required) return (null, StatisticsProblems.Missing(parameter.Name, parameter.Meaning));
                continue;
            }

            if (await ProblemOfAsync(parameter, value, cancellationToken) is { } problem) return (null, problem);
            values.Add(parameter.Name, value);
        }

        return (new(values.ToImmutable()), null);
    }

    private async Task<Problem?> ProblemOfAsync(QueryParameter parameter, string value, CancellationToken cancellationToken)
    {
        switch (parameter.Type)
        {
            case ParameterType.Province:
                return await IsProvinceAsync(value, cancellationToken) ? null : StatisticsProblems.UnknownPlace(value);
            case ParameterType.Place:
                return (await units.ReadAsync(cancellationToken)).Knows(value) ? null : StatisticsProblems.UnknownPlace(value);
            case ParameterType.Year:
                var last = clock.GetUtcNow().Year + 1;
                return IsNumber(value, FirstYear, last) ? null : StatisticsProblems.UnknownYear(value, FirstYear, last);
            case ParameterType.Kind:
                return catalogue.Kind(value) is not null ? null : StatisticsProblems.UnknownKind(value, catalogue);
            case ParameterType.Choice:
                return parameter.Choices.Contains(value) ? null : StatisticsProblems.NotAChoice(parameter.Name, value, parameter.Choices);
            case ParameterType.Number:
                return IsNumber(value, 1, MostNumber) ? null : StatisticsProblems.NotANumber(parameter.Name, value, 1, MostNumber);
            default:
                return DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and <= LastYear
                    ? null
                    : StatisticsProblems.NotADay(parameter.Name, value);
        }
    }

    private async Task<bool> IsProvinceAsync(string code, CancellationToken cancellationToken) => DossierId.IsSlug(code)
        && ((await units.ReadAsync(cancellationToken)).Units.Any(unit => unit.Code == code && unit.Tier == UnitTier.Province)
            || (await book.KnownAsync(null, cancellationToken)).Any(at => at.Province == code));

    /// <summary>True for a whole number between two bounds.</summary>
    internal static bool IsNumber(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;
}
