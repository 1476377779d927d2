using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Tables.Numbering;

/// <summary>How a table labels the rows of its criteria.</summary>
internal enum CriterionStyle
{
    /// <summary>No row has the criterion's label: tall cells beside the rows name the criteria, rows below close them, or nothing does.</summary>
    None,

    /// <summary>"Tiêu chí 1", "Tiêu chí I".</summary>
    Worded,

    /// <summary>"TC1".</summary>
    Abbreviated,

    /// <summary>"I".</summary>
    Roman,

    /// <summary>"1".</summary>
    Plain,
}

/// <summary>How a table labels the rows of its indicators.</summary>
internal enum IndicatorStyle
{
    /// <summary>"Chỉ tiêu 1".</summary>
    Worded,

    /// <summary>"Chỉ tiêu 1.1".</summary>
    WordedDotted,

    /// <summary>"CT1".</summary>
    Abbreviated,

    /// <summary>"CT1.1".</summary>
    AbbreviatedDotted,

    /// <summary>"CT1.a".</summary>
    AbbreviatedLettered,

    /// <summary>"1.1".</summary>
    Dotted,

    /// <summary>"1".</summary>
    Plain,

    /// <summary>"a".</summary>
    Lettered,
}

/// <summary>How a table labels its rows.</summary>
internal readonly record struct LabelStyle(CriterionStyle Criteria, IndicatorStyle Indicators)
{
    /// <summary>All the ways that occur: two plain numbers in one table would not be told apart.</summary>
    public static IReadOnlyList<LabelStyle> All { get; } =
    [
        .. from criteria in Enum.GetValues<CriterionStyle>()
           from indicators in Enum.GetValues<IndicatorStyle>()
           where criteria != CriterionStyle.Plain || indicators != IndicatorStyle.Plain
           select new LabelStyle(criteria, indicators),
    ];

    /// <summary>Whether an indicator's label names its criterion too.</summary>
    public bool NamesCriterion => Indicators is IndicatorStyle.WordedDotted or IndicatorStyle.AbbreviatedDotted or IndicatorStyle.AbbreviatedLettered or IndicatorStyle.Dotted;

    /// <summary>What the label of a criterion's row reads, without marks and in small letters: more than one where it may be printed so or so.</summary>
    public IEnumerable<string> Criterion(int number) => Criteria switch
    {
        CriterionStyle.Worded => [$"tieu chi {number}", $"tieu chi {RomanNumeral.Of(number)}"],
        CriterionStyle.Abbreviated => [$"tc{number}", $"tc{RomanNumeral.Of(number)}"],
        CriterionStyle.Roman => [RomanNumeral.Of(number)],
        CriterionStyle.Plain => [$"{number}"],
        _ => [],
    };

    /// <summary>What the label of an indicator's row reads, likewise.</summary>
    public string Indicator(int criterion, int number) => Indicators switch
    {
        IndicatorStyle.Worded => $"chi tieu {number}",
        IndicatorStyle.WordedDotted => $"chi tieu {criterion} {number}",
        IndicatorStyle.Abbreviated => $"ct{number}",
        IndicatorStyle.AbbreviatedDotted => $"ct{criterion} {number}",
        IndicatorStyle.AbbreviatedLettered => $"ct{criterion} {(char)('a' + number - 1)}",
        IndicatorStyle.Dotted => $"{criterion} {number}",
        IndicatorStyle.Lettered => $"{(char)('a' + number - 1)}",
        _ => $"{number}",
    };
}
