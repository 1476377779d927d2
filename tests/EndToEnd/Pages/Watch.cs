using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace LearningSociety.EndToEnd.Pages;

/// <summary>Collects what must never happen in any page of a browser context: errors, breaches of the content policy, requests that leave the app.</summary>
internal sealed class Watch
{
    private readonly ConcurrentQueue<string> faults = new();
    private readonly Uri app;

    private Watch(Uri app) => this.app = app;

    /// <summary>What went wrong so far.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>Watches every page that the context opens.</summary>
    public static Watch Over(IBrowserContext context, Uri app)
    {
        var watch = new Watch(app);

        // Chromium reports a breach of the content policy as a console error.
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") watch.faults.Enqueue($"console {message.Type}: {message.Text}");
        };
        context.WebError += (_, fault) => watch.faults.Enqueue($"script: {fault.Error}");
        context.Request += (_, request) =>
        {
            if (!watch.Allowed(new(request.Url))) watch.faults.Enqueue($"request to {request.Url}");
        };
        context.Response += (_, response) =>
        {
            if (response.Status >= 400) watch.faults.Enqueue($"answer {response.Status} of {response.Url}");
        };
        return watch;
    }

    private bool Allowed(Uri address) => address.Scheme is "data" or "blob" || address.GetLeftPart(UriPartial.Authority) == app.GetLeftPart(UriPartial.Authority);
}
