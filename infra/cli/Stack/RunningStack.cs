namespace LearningSociety.Cli.Stack;

/// <summary>Whether something answers already.</summary>
internal static class RunningStack
{
    public static async Task<bool> AnswersAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        try
        {
            using var answer = await client.GetAsync(address, cancellationToken);
            return true;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }
}
