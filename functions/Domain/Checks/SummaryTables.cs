using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Rules;

namespace LearningSociety.Domain.Checks;

/// <summary>A form with a criterion table, and the scheme it follows.</summary>
internal sealed record SummaryTable(WholeForm Form, Scheme Scheme)
{
    private const double Guessed = 0.35;
    private const int MostUnread = 3;
    private const double UnreadShare = 0.2;

    /// <summary>True when the table gives points.</summary>
    internal bool HasPoints => Form.Reading.Criteria.Any(row => row.Score is not null);

    /// <summary>
    /// True when so many results of the table were not understood, or their cells not found, that what looks blank may only not have been read.
    /// </summary>
    internal bool IsIllegible => Form.Reading.Criteria.Count(row => row.Doubt is not null || row is { Result: null, Score: null, ResultPlace: null }) is var unread && unread >= MostUnread && unread >= UnreadShare * Form.Reading.Criteria.Length;

    /// <summary>The tables among the dossier's forms.</summary>
    internal static IEnumerable<SummaryTable> In(CheckInput input) =>
        input.Forms.Select(form => input.Catalogue.Scheme(input.TypeOf(form)?.Scheme) is { } scheme ? new SummaryTable(form, scheme) : null).OfType<SummaryTable>();

    /// <summary>What the rules give from results that can be relied on; the others count as not known.</summary>
    internal SummaryOutcome SureOutcome(CheckInput input) => SummaryOutcome.Of(Form.Reading.Criteria, Scheme, row => IsSure(row, input));

    /// <summary>What the rules give from results that nobody is asked to look at: those read surely, and levels that the rest of their criterion bears out.</summary>
    internal SummaryOutcome UndoubtedOutcome(CheckInput input) => SummaryOutcome.Of(Form.Reading.Criteria, Scheme, row => IsSure(row, input) || IsBorneOut(row, input));

    /// <summary>What the rules give from everything that was read.</summary>
    internal SummaryOutcome Outcome => SummaryOutcome.Of(Form.Reading.Criteria, Scheme);

    /// <summary>True when the row has a result of the scheme that was read surely.</summary>
    internal bool IsSure(CriterionRow row, CheckInput input) =>
        row is { Result: { } result, Doubt: null } && Scheme.Results.Contains(result.Value) && result.Confidence.Value >= input.Catalogue.Thresholds.Result;

    /// <summary>
    /// True when a level read weakly is the one that the rest of its criterion bears out: all other rows of it were read surely, and
    /// what the indicators give is what stands in the criterion's own row. Whether something is met at all is never taken on trust.
    /// </summary>
    internal bool IsBorneOut(CriterionRow row, CheckInput input)
    {
        if (!IsLevel(row)) return false;
        var rows = Form.Reading.Criteria.Where(other => other.Criterion == row.Criterion).ToArray();
        if (rows.Any(other => other != row && !IsSure(other, input))) return false;
        var computed = LowestResult.Of(rows.Where(other => other.Indicator is not null).Select(other => other.Result?.Value));
        return rows.Where(other => other.Indicator is null).ToArray() is [{ Result: { } own }] && computed.Value == own.Value;
    }

    private bool IsLevel(CriterionRow row) => row is { Result: { } read, Doubt: null } && IsLevel(read);

    private bool IsLevel(Read<Result> read) => read is { Value: Result.Level1 or Result.Level2 } && Scheme.Results.Contains(read.Value) && read.Confidence.Value >= Guessed;

    /// <summary>The overall result declared, when it can be relied on: read surely, or a level that is the one which all rows, read surely, give.</summary>
    internal Result? SureDeclared(CheckInput input) =>
        Form.Reading is { Declared: { } declared, OverallDoubt: null } && Scheme.Results.Contains(declared.Value)
        && (declared.Confidence.Value >= input.Catalogue.Thresholds.Result || IsBorneOut(declared, input)) ? declared.Value : null;

    private bool IsBorneOut(Read<Result> declared, CheckInput input) =>
        IsLevel(declared) && SureOutcome(input).Overall is { Complete: true } computed && computed.AtMost == declared.Value;

    /// <summary>True when a level that another paper names, read weakly, is the one that this table surely has.</summary>
    internal bool BearsOut(Read<Result> named, CheckInput input) => IsLevel(named) && SureDeclared(input) == named.Value;
}
