namespace LearningSociety.Generator.Facts;

/// <summary>What may be wrong with a dossier.</summary>
public enum Defect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A required form is not there.</summary>
    FormMissing,

    /// <summary>A form that needs a signature lacks it, or its seal.</summary>
    Unsigned,

    /// <summary>A result cell is blank.</summary>
    CriterionBlank,

    /// <summary>A criterion's or the overall result is not what the indicators give.</summary>
    ResultMismatch,

    /// <summary>A letter or report names another level than the summary table.</summary>
    DeclaredDiffers,

    /// <summary>A form is last year's.</summary>
    WrongYear,

    /// <summary>A form is another office's.</summary>
    WrongOffice,

    /// <summary>A figure of a grading table does not add up.</summary>
    SumMismatch,

    /// <summary>A percentage in the text is not what the figures give.</summary>
    PercentageMismatch,

    /// <summary>The council has an even number of members.</summary>
    CouncilEven,

    /// <summary>A request although the summary table says not met.</summary>
    NotEligible,
}
