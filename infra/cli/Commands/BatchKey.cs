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
    public static Task<string> MakeAsync(
        StackOptions options, Role role, string? office, string name, TimeSpan lifetime, CancellationToken cancellationToken) =>
        MakeAsync(new TableServiceClient(options.StorageConnection), role, office, name, lifetime, cancellationToken);

    public static async Task<string> MakeAsync(
        TableServiceClient tables, Role role, string? office, string name, TimeSpan lifetime, CancellationToken cancellationToken) =>
        (await new KeyIssuer(tables, TimeProvider.System).IssueAsync(role, office, name, lifetime, cancellationToken)).Key;
}
