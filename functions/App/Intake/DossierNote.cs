using System.Globalization;
using System.Text.Json;
using LearningSociety.Domain.Dossiers;

namespace LearningSociety.App.Intake;

/// <summary>What a dossier.json says of its dossier.</summary>
/// <param name="OfficeName">The office's name; null when it says none.</param>
/// <param name="Received">The day of receipt; null when it says none.</param>
public sealed record DossierNote(string? OfficeName, DateOnly? Received)
{
    /// <summary>Reads a dossier.json; null with a reason in Vietnamese when it is none, or is about another dossier.</summary>
    public static (DossierNote? Note, string Reason) Parse(ReadOnlyMemory<byte> json, DossierId dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = 8, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return (null, "dossier.json phải là một đối tượng JSON.");
            if (Differs(root, "kind", dossier.Kind) || Differs(root, "office", dossier.Office) || Differs(root, "year", dossier.Year.ToString(CultureInfo.InvariantCulture)))
                return (null, $"dossier.json nói về hồ sơ khác, không phải {dossier}.");
            var name = root.TryGetProperty("officeName", out var office) && office.ValueKind == JsonValueKind.String ? office.GetString()!.Normalize().Trim() : null;
            if (!root.TryGetProperty("received", out var day) || day.ValueKind == JsonValueKind.Null)
                return (new(Nothing(name), null), "");
            return day.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(day.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var received)
                ? (new(Nothing(name), received), "")
                : (null, "Ngày nhận (received) trong dossier.json phải có dạng năm-tháng-ngày, ví dụ 2026-01-12.");
        }
        catch (JsonException fault)
        {
            return (null, $"dossier.json không phải là JSON hợp lệ (dòng {fault.LineNumber + 1}).");
        }
    }

    private static bool Differs(JsonElement root, string name, string value) =>
        root.TryGetProperty(name, out var said) && said.ValueKind is not JsonValueKind.Null && said.ToString() != value;

    private static string? Nothing(string? text) => string.IsNullOrEmpty(text) || text.Length > 300 ? null : text;
}
