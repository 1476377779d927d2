using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LearningSociety.Domain.Evidence;

namespace LearningSociety.Domain.Forms;

/// <summary>Whether a grading table tells results or a plan.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GradingKind>))]
public enum GradingKind
{
    /// <summary>Results of a past year.</summary>
    [JsonStringEnumMemberName("results")] Results,

    /// <summary>Planned gradings of a coming year; has no column for failed communes.</summary>
    [JsonStringEnumMemberName("plan")] Plan,
}

/// <summary>A table of gradings by district (seed S0, annexes I and II).</summary>
/// <param name="Kind">Results or plan.</param>
/// <param name="Year">The year the figures are about.</param>
/// <param name="Rows">Districts in order, then the total row, whose district is "Tổng".</param>
/// <param name="Place">Where the table begins.</param>
public sealed record GradingTable(GradingKind Kind, Read<int> Year, ImmutableArray<GradingRow> Rows, Place? Place);

/// <summary>One district, or the total.</summary>
/// <param name="District">The district's name as printed; "Tổng" for the total row.</param>
/// <param name="Communes">Communes in the district.</param>
/// <param name="Assessed">Communes assessed.</param>
/// <param name="Good">Graded Tốt.</param>
/// <param name="Fair">Graded Khá.</param>
/// <param name="Average">Graded Trung bình.</param>
/// <param name="Failed">Graded Không đạt; null where the table has no such column (a plan).</param>
/// <param name="NotAssessed">Không đánh giá.</param>
/// <param name="Place">The row.</param>
public sealed record GradingRow(
    string District, Read<int> Communes, Read<int> Assessed, Read<int> Good, Read<int> Fair, Read<int> Average,
    Read<int>? Failed, Read<int> NotAssessed, Place? Place)
{
    /// <summary>The name of the total row.</summary>
    public const string Total = "Tổng";

    /// <summary>True for the total row.</summary>
    [JsonIgnore]
    public bool IsTotal => District == Total;
}
