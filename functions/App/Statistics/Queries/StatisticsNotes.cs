using System.Collections.Immutable;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>Notes that several answers carry.</summary>
internal static class StatisticsNotes
{
    /// <summary>The name of a row for what lies in no place of a tier.</summary>
    public const string NoPlace = "Không thuộc nơi nào ở cấp này";

    private const int MostNamed = 5;

    /// <summary>Recognitions of units that became others.</summary>
    public static string Gone(ImmutableArray<string> codes) =>
        $"{codes.Length} đơn vị hành chính được công nhận nay đã thành đơn vị khác ({Named(codes)}): quyết định ấy không được tính cho đơn vị mới.";

    /// <summary>The first few codes.</summary>
    public static string Named(ImmutableArray<string> codes) => string.Join(", ", codes.Take(MostNamed)) + (codes.Length > MostNamed ? ", …" : "");
}
