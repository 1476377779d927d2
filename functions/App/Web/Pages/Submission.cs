using System.Globalization;
using LearningSociety.App.Records;
using LearningSociety.Domain.Dossiers;
using Microsoft.AspNetCore.Http;

namespace LearningSociety.App.Web.Pages;

/// <summary>
/// Bridges the moments between submitting a dossier and the start of its reading: the address says when it was submitted,
/// so that the page does not ask for what was just done.
/// </summary>
internal static class Submission
{
    private const string Parameter = "submitted";

    /// <summary>Reading starts within seconds; what has not started by then is shown as it stands.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>The page that follows a dossier submitted at that moment.</summary>
    internal static string Address(DossierId dossier, DateTimeOffset at) => $"/dossiers/{dossier}?{Parameter}={at.ToUnixTimeMilliseconds()}";

    /// <summary>True while the dossier waits for its reading to start and no file came after it was submitted.</summary>
    internal static bool Of(HttpRequest request, DossierStatus status, DateTimeOffset now)
    {
        if (status.Stage != DossierStage.Received
            || !long.TryParse(request.Query[Parameter], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            || milliseconds > now.ToUnixTimeMilliseconds()) return false;
        var at = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        return now - at < Longest && status.Files.All(file => file.ReceivedAt.ToUnixTimeMilliseconds() <= milliseconds);
    }
}
