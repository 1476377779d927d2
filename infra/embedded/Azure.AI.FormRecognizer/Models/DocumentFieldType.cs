namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>The type of a field's value.</summary>
public enum DocumentFieldType
{
    /// <summary>The service could not read the value as the field's type.</summary>
    Unknown = 0,

    /// <summary>Text.</summary>
    String = 1,

    /// <summary>A day.</summary>
    Date = 2,

    /// <summary>A time of the day.</summary>
    Time = 3,

    /// <summary>A phone number.</summary>
    PhoneNumber = 4,

    /// <summary>A number.</summary>
    Double = 5,

    /// <summary>A whole number.</summary>
    Int64 = 6,

    /// <summary>A list of fields.</summary>
    List = 7,

    /// <summary>Fields by their names.</summary>
    Dictionary = 8,

    /// <summary>A check box.</summary>
    SelectionMark = 9,

    /// <summary>A country or region.</summary>
    CountryRegion = 10,

    /// <summary>A place for a signature.</summary>
    Signature = 11,

    /// <summary>An amount of money.</summary>
    Currency = 12,

    /// <summary>A postal address.</summary>
    Address = 13,

    /// <summary>True or false.</summary>
    Boolean = 14,
}
