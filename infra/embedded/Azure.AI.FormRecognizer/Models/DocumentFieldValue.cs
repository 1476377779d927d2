// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>The value of a field. Ask <see cref="DocumentField.FieldType"/> before reading it: each type has one way to read it.</summary>
public class DocumentFieldValue
{
    private readonly object _value;

    internal DocumentFieldValue(DocumentFieldType fieldType, object value)
    {
        FieldType = fieldType;
        _value = value;
    }

    internal DocumentFieldType FieldType { get; }

    /// <summary>The value as text.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public string AsString() => As<string>(DocumentFieldType.String);

    /// <summary>The value as a whole number.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public long AsInt64() => As<long>(DocumentFieldType.Int64);

    /// <summary>The value as a number.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public double AsDouble() => As<double>(DocumentFieldType.Double);

    /// <summary>The value as a day, at midnight UTC.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public DateTimeOffset AsDate() => As<DateTimeOffset>(DocumentFieldType.Date);

    /// <summary>The value as a time of the day.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public TimeSpan AsTime() => As<TimeSpan>(DocumentFieldType.Time);

    /// <summary>The value as a phone number (E.164).</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public string AsPhoneNumber() => As<string>(DocumentFieldType.PhoneNumber);

    /// <summary>The value as a list of fields.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public IReadOnlyList<DocumentField> AsList() => As<IReadOnlyList<DocumentField>>(DocumentFieldType.List);

    /// <summary>The value as fields by their names.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public IReadOnlyDictionary<string, DocumentField> AsDictionary() =>
        As<IReadOnlyDictionary<string, DocumentField>>(DocumentFieldType.Dictionary);

    /// <summary>The value as a check box.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public DocumentSelectionMarkState AsSelectionMarkState() => As<DocumentSelectionMarkState>(DocumentFieldType.SelectionMark);

    /// <summary>The value as a country or region (ISO 3166-1 alpha-3).</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public string AsCountryRegion() => As<string>(DocumentFieldType.CountryRegion);

    /// <summary>The value as a signature.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public DocumentSignatureType AsSignatureType() => As<DocumentSignatureType>(DocumentFieldType.Signature);

    /// <summary>The value as an amount of money.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public CurrencyValue AsCurrency() => As<CurrencyValue>(DocumentFieldType.Currency);

    /// <summary>The value as a postal address.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public AddressValue AsAddress() => As<AddressValue>(DocumentFieldType.Address);

    /// <summary>The value as true or false.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public bool AsBoolean() => As<bool>(DocumentFieldType.Boolean);

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(DocumentFieldValue)}: {FieldType}: {_value}";

    private T As<T>(DocumentFieldType type) => FieldType == type
        ? (T)_value
        : throw new InvalidOperationException($"Cannot get field as {type}.  Field value's type is {FieldType}.");
}
