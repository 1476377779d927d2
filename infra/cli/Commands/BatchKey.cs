using Azure.Data.Tables;
using LearningSociety.App.Access;
using LearningSociety.Cli.Stack;

namespace LearningSociety.Cli.Commands;

/// <summary>The key that this program itself carries: an administrator's, valid for a day, known to nobody else.</summary>
internal static class BatchKey
{
    public static Task<string> MakeAsync(StackOptions options, CancellationToken cancellationToken) =>
        AccessKey.MakeAsync(options, Role.Administrator, null, "run.sh", TimeSpan.FromDays(1), cancellationToken);
}

/// <summary>Makes keys in the stack's own storage.</summary>
internal static class AccessKey
{
    public static async Task<string> MakeAsync(
        StackOptions options, Role role, string? office, string name, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var issuer = new KeyIssuer(new TableServiceClient(options.StorageConnection), TimeProvider.System);
        var issued = await issuer.IssueAsync(role, office, name, lifetime, cancellationToken);
        return issued.Key;
    }
}
