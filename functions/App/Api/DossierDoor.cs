using LearningSociety.App.Access;
using LearningSociety.App.Records;
using LearningSociety.Domain.Dossiers;
using Microsoft.AspNetCore.Http;

namespace LearningSociety.App.Api;

/// <summary>Finds the dossier that a request names. One that the caller may not see is as absent as one that does not exist.</summary>
public sealed class DossierDoor(IDossierBook book)
{
    /// <summary>The id in the route, when the caller may know of it; null otherwise.</summary>
    public static DossierId? IdOf(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return DossierId.TryParse(request.RouteValues["id"] as string) is { } id && request.Caller().MaySee(id) ? id : null;
    }

    /// <summary>The dossier's state; null when there is none that the caller may see.</summary>
    public async Task<DossierStatus?> FindAsync(HttpRequest request) =>
        IdOf(request) is { } id ? await book.StatusAsync(id, request.HttpContext.RequestAborted) : null;

    /// <summary>The states that the caller may see, newest change first.</summary>
    public IAsyncEnumerable<DossierStatus> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return book.ListAsync(caller.Role == Role.Office ? caller.Office : null, cancellationToken);
    }
}
