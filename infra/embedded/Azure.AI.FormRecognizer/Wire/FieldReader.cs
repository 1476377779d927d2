using System.Globalization;
using System.Text.Json;

namespace Azure.AI.FormRecognizer.DocumentAnalysis.Wire;

/// <summary>Reads documents and their fields.</summary>
internal static class FieldReader
{
    public static AnalyzedDocument Document(JsonElement json) =>
        new(json.Text("docType"), json.Regions(), json.Spans(), Fields(json, "fields"), json.Confidence());

    public static DocumentSelectionMarkState State(string? text) =>
        text == "selected" ? DocumentSelectionMarkState.Selected : DocumentSelectionMarkState.Unselected;

    private static Dictionary<string, DocumentField> Fields(JsonElement json, string name)
    {
        var fields = new Dictionary<string, DocumentField>(StringComparer.Ordinal);
        if (json.TryGetProperty(name, out var given) && given.ValueKind == JsonValueKind.Object)
        {
            foreach (var field in given.EnumerateObject())
                fields[field.Name] = Field(field.Value);
        }

        return fields;
    }

    private static DocumentField Field(JsonElement json)
    {
        var (type, value) = Value(json);
        return new(
            type,
            value is null ? new(DocumentFieldType.Unknown, null) : new(type, value),
            json.Text("content"),
            json.Regions(),
            json.Spans(),
            json.Real("confidence"));
    }

    // A field whose text does not fit its type comes with the type and without a value.
    private static (DocumentFieldType Type, object? Value) Value(JsonElement json) => json.Text("type") switch
    {
        "string" => (DocumentFieldType.String, json.Text("valueString")),
        "date" => (DocumentFieldType.Date, Date(json.Text("valueDate"))),
        "time" => (DocumentFieldType.Time, Time(json.Text("valueTime"))),
        "phoneNumber" => (DocumentFieldType.PhoneNumber, json.Text("valuePhoneNumber")),
        "number" => (DocumentFieldType.Double, json.Child("valueNumber", static number => (object)number.GetDouble())),
        "integer" => (DocumentFieldType.Int64, json.Child("valueInteger", static number => (object)number.GetInt64())),
        "selectionMark" => (DocumentFieldType.SelectionMark, json.Text("valueSelectionMark") is { } state ? State(state) : (object?)null),
        "countryRegion" => (DocumentFieldType.CountryRegion, json.Text("valueCountryRegion")),
        "signature" => (DocumentFieldType.Signature, json.Text("valueSignature") is { } signature ? new DocumentSignatureType(signature) : (object?)null),
        "array" => (DocumentFieldType.List, json.TryGetProperty("valueArray", out _) ? json.List("valueArray", Field) : null),
        "object" => (DocumentFieldType.Dictionary, json.TryGetProperty("valueObject", out _) ? Fields(json, "valueObject") : null),
        "currency" => (DocumentFieldType.Currency, json.Child("valueCurrency", Currency)),
        "address" => (DocumentFieldType.Address, json.Child("valueAddress", Address)),
        "boolean" => (DocumentFieldType.Boolean, json.Truth("valueBoolean")),
        _ => (DocumentFieldType.Unknown, null),
    };

    private static object? Date(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private static object? Time(string? text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;

    private static object Currency(JsonElement json) => new CurrencyValue(
        json.TryGetProperty("amount", out var amount) ? amount.GetDouble() : 0, json.Text("currencySymbol"), json.Text("currencyCode"));

    private static AddressValue Address(JsonElement json) => new(
        json.Text("houseNumber"),
        json.Text("poBox"),
        json.Text("road"),
        json.Text("city"),
        json.Text("state"),
        json.Text("postalCode"),
        json.Text("countryRegion"),
        json.Text("streetAddress"),
        json.Text("unit"),
        json.Text("cityDistrict"),
        json.Text("stateDistrict"),
        json.Text("suburb"),
        json.Text("house"),
        json.Text("level"));
}
