using System.Text.Json.Serialization;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Rules;

namespace LearningSociety.Domain.Statistics;

/// <summary>Whether a recognition is in force.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecognitionState>))]
public enum RecognitionState
{
    /// <summary>In force for a year and more.</summary>
    [JsonStringEnumMemberName("in-force")] InForce,

    /// <summary>In force, with its last day in the coming twelve months.</summary>
    [JsonStringEnumMemberName("lapsing")] Lapsing,

    /// <summary>No longer in force.</summary>
    [JsonStringEnumMemberName("lapsed")] Lapsed,
}

/// <summary>How an office or place stands on a day by the last decision about it (R4, R5).</summary>
/// <param name="Recognition">The decision that counts.</param>
/// <param name="LastDay">Last day in force: of the decision where it says so, else by the scheme's term; null when neither sets one.</param>
/// <param name="State">Whether it is in force.</param>
/// <param name="UpgradeFrom">First day on which level 2 may be asked for; null when it is not level 1 in force, or the scheme sets no time to wait.</param>
/// <param name="MayUpgrade">True when that day has come.</param>
public sealed record RecognitionStanding(GrantedRecognition Recognition, DateOnly? LastDay, RecognitionState State, DateOnly? UpgradeFrom, bool MayUpgrade)
{
    private const int LapsingMonths = 12;

    /// <summary>True when it is in force.</summary>
    public bool IsInForce => State != RecognitionState.Lapsed;

    /// <summary>The terms of recognising offices: those of the scheme by which requests are assessed.</summary>
    public static RecognitionTerms TermsOfOffices(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var form = catalogue.Form(catalogue.Kinds.FirstOrDefault(kind => kind.IsRequest)?.SummaryForm);
        return catalogue.Scheme(form?.Scheme)?.Terms ?? RecognitionTerms.None;
    }

    /// <summary>The standing on a day; null when nothing was decided by then. Of several decisions the last one in force counts, else the last.</summary>
    /// <param name="recognitions">All decisions about one office or place.</param>
    /// <param name="on">The day.</param>
    /// <param name="terms">Terms of the scheme.</param>
    public static RecognitionStanding? Of(IEnumerable<GrantedRecognition> recognitions, DateOnly on, RecognitionTerms terms)
    {
        ArgumentNullException.ThrowIfNull(recognitions);
        ArgumentNullException.ThrowIfNull(terms);
        return recognitions.Where(one => one.Decided <= on).Select(one => Of(one, on, terms))
            .OrderByDescending(one => one.IsInForce).ThenByDescending(one => one.Recognition.Decided).ThenByDescending(one => one.Recognition.Level).FirstOrDefault();
    }

    private static RecognitionStanding Of(GrantedRecognition recognition, DateOnly on, RecognitionTerms terms)
    {
        var last = recognition.Expires ?? RecognitionValidity.LastDay(recognition.Given, terms);
        var state = last < on ? RecognitionState.Lapsed : last < on.AddMonths(LapsingMonths) ? RecognitionState.Lapsing : RecognitionState.InForce;
        var upgrade = state == RecognitionState.Lapsed ? null : UpgradeRule.EarliestRequest(Result.Level2, recognition.Given, on, terms);
        return new(recognition, last, state, upgrade, on >= upgrade);
    }
}
