// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

using System.Drawing;

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <content>Places, lines and fields.</content>
public static partial class DocumentAnalysisModelFactory
{
    /// <summary>Makes a <see cref="DocumentAnalysis.BoundingRegion"/>.</summary>
    /// <param name="pageNumber">The page's number, from 1.</param>
    /// <param name="boundingPolygon">The corners.</param>
    public static BoundingRegion BoundingRegion(int pageNumber = 0, IReadOnlyList<PointF> boundingPolygon = null) => new(pageNumber, boundingPolygon ?? []);

    /// <summary>Makes a <see cref="DocumentAnalysis.DocumentSpan"/>.</summary>
    /// <param name="offset">Where it starts.</param>
    /// <param name="length">How long it is.</param>
    public static DocumentSpan DocumentSpan(int offset = 0, int length = 0) => new(offset, length);

    /// <summary>Makes a <see cref="DocumentAnalysis.CurrencyValue"/>.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="symbol">The currency's sign.</param>
    /// <param name="code">The currency's code.</param>
    public static CurrencyValue CurrencyValue(double amount = 0, string symbol = null, string code = null) => new(amount, symbol, code);

    /// <summary>Makes a <see cref="DocumentAnalysis.DocumentLine"/>.</summary>
    /// <param name="content">The text.</param>
    /// <param name="boundingPolygon">The corners.</param>
    /// <param name="spans">Where its text stands.</param>
    /// <param name="words">Its words.</param>
    public static DocumentLine DocumentLine(
        string content = null, IReadOnlyList<PointF> boundingPolygon = null, IEnumerable<DocumentSpan> spans = null, IEnumerable<DocumentWord> words = null) =>
        new(content, boundingPolygon, spans?.ToArray(), words?.ToArray());

    /// <summary>Makes a <see cref="DocumentAnalysis.DocumentKeyValuePair"/>.</summary>
    /// <param name="key">The caption.</param>
    /// <param name="value">What was entered.</param>
    /// <param name="confidence">How sure the model is.</param>
    public static DocumentKeyValuePair DocumentKeyValuePair(DocumentKeyValueElement key, DocumentKeyValueElement value, float confidence) =>
        new(key, value, confidence);

    /// <summary>Makes a <see cref="DocumentAnalysis.DocumentField"/>.</summary>
    /// <param name="fieldType">The type that the model has for the field.</param>
    /// <param name="value">The value.</param>
    /// <param name="content">The text.</param>
    /// <param name="boundingRegions">Where it stands on the pages.</param>
    /// <param name="spans">Where its text stands.</param>
    /// <param name="confidence">How sure the model is.</param>
    public static DocumentField DocumentField(
        DocumentFieldType fieldType,
        DocumentFieldValue value,
        string content,
        IReadOnlyList<BoundingRegion> boundingRegions,
        IReadOnlyList<DocumentSpan> spans,
        float? confidence) => new(fieldType, value, content, boundingRegions, spans, confidence);

    /// <summary>Makes the value of a text field.</summary>
    /// <param name="value">The value.</param>
    public static DocumentFieldValue DocumentFieldValueWithStringFieldType(string value) => new(DocumentFieldType.String, value);

    /// <summary>Makes the value of a day.</summary>
    /// <param name="value">The value.</param>
    public static DocumentFieldValue DocumentFieldValueWithDateFieldType(DateTimeOffset value) => new(DocumentFieldType.Date, value);

    /// <summary>Makes the value of a time of the day.</summary>
    /// <param name="value">The value.</param>
    public static DocumentFieldValue DocumentFieldValueWithTimeFieldType(TimeSpan value) => new(DocumentFieldType.Time, value);

    /// <summary>Makes the value of a phone number.</summary>
    /// <param name="value">The value.</param>
    public static DocumentFieldValue DocumentFieldValueWithPhoneNumberFieldType(string value) => new(DocumentFieldType.PhoneNumber, value);

    /// <summary>Makes the value of a number.</summary>
    /// <param name="value">The value.</param>
    public static DocumentFieldValue DocumentFieldValueWithDoubleFieldType(double value) => new(DocumentFieldType.Double, value);

    /// <summary>Makes the value of a whole number.</summary>
    /// <param name="value">The value.</param>
    public static DocumentFieldValue DocumentFieldValueWithInt64FieldType(int value) => new(DocumentFieldType.Int64, (long)value);

    /// <summary>Makes the value of a list.</summary>
    /// <param name="value">The value.</param>
    public static DocumentFieldValue DocumentFieldValueWithListFieldType(IEnumerable<DocumentField> value) => new(DocumentFieldType.List, value?.ToArray() ?? []);

    /// <summary>Makes the value of fields by their names.</summary>
    /// <param name="value">The value.</param>
    public static DocumentFieldValue DocumentFieldValueWithDictionaryFieldType(IReadOnlyDictionary<string, DocumentField> value) =>
        new(DocumentFieldType.Dictionary, value ?? new Dictionary<string, DocumentField>());

    /// <summary>Makes the value of a check box.</summary>
    /// <param name="value">The value.</param>
    public static DocumentFieldValue DocumentFieldValueWithSelectionMarkFieldType(DocumentSelectionMarkState value) => new(DocumentFieldType.SelectionMark, value);

    /// <summary>Makes the value of a country or region.</summary>
    /// <param name="value">The value.</param>
    public static DocumentFieldValue DocumentFieldValueWithCountryRegionFieldType(string value) => new(DocumentFieldType.CountryRegion, value);

    /// <summary>Makes the value of a signature.</summary>
    /// <param name="value">The value.</param>
    public static DocumentFieldValue DocumentFieldValueWithSignatureFieldType(DocumentSignatureType value) => new(DocumentFieldType.Signature, value);

    /// <summary>Makes the value of an amount of money.</summary>
    /// <param name="value">The value.</param>
    public static DocumentFieldValue DocumentFieldValueWithCurrencyFieldType(CurrencyValue value) => new(DocumentFieldType.Currency, value);

    /// <summary>Makes the value of a postal address.</summary>
    /// <param name="value">The value.</param>
    public static DocumentFieldValue DocumentFieldValueWithAddressFieldType(AddressValue value) => new(DocumentFieldType.Address, value);

    /// <summary>Makes a value that is true or false.</summary>
    /// <param name="value">The value.</param>
    public static DocumentFieldValue DocumentFieldValueWithBooleanFieldType(bool value) => new(DocumentFieldType.Boolean, value);

    /// <summary>Makes the value of a field whose text could not be read as its type.</summary>
    /// <param name="expectedFieldType">The type that the model has for the field.</param>
    public static DocumentFieldValue DocumentFieldValueWithUnknownFieldType(DocumentFieldType expectedFieldType) => new(DocumentFieldType.Unknown, expectedFieldType);
}
