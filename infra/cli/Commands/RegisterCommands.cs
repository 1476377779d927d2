using System.CommandLine;
using Azure.Data.Tables;
using Azure.Identity;
using LearningSociety.App.Access;
using LearningSociety.Cli.Client;
using LearningSociety.Cli.Stack;
using LearningSociety.Domain.Dossiers;

namespace LearningSociety.Cli.Commands;

/// <summary>`key`, `reader` and `office`: they work on the stack that is running, or start one for the moment.</summary>
internal static class RegisterCommands
{
    private const string Connection = "DataStorage";

    public static Command Key(Repository repository, PlaceOptions where)
    {
        var role = new Option<Role>("--role") { Required = true, Description = "office, reviewer, province or administrator." };
        var office = new Option<string?>("--office") { Description = "The office's slug, for the role office." };
        var name = new Option<string?>("--name") { Description = "Whose key it is, for the list of keys." };
        var days = new Option<int>("--days") { DefaultValueFactory = _ => 365, Description = "Days until it expires." };
        var tables = new Option<string?>("--tables") { Description = "Tables of an installed app: https://ACCOUNT.table.core.windows.net/, reached as who is signed in to Azure, or DataStorage for the connection string in that variable." };
        var command = new Command("key", Texts.Key) { role, office, name, days, tables };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (chosen, slug) = (parsed.GetValue(role), parsed.GetValue(office));
            if (chosen == Role.Office && !DossierId.IsSlug(slug))
                throw new SentenceException("A key for an office needs --office with the office's slug, such as truong-thcs-an-phu.", 2);
            if (parsed.GetValue(days) is < 1 or > 3650)
                throw new SentenceException("--days lies between 1 and 3650.", 2);
            var (whose, lifetime) = (parsed.GetValue(name) ?? chosen.ToString().ToLowerInvariant(), TimeSpan.FromDays(parsed.GetValue(days)));
            if (parsed.GetValue(tables) is { } installed)
                Show(await AccessKey.MakeAsync(TablesOf(installed), chosen, slug, whose, lifetime, cancellationToken));
            else
                await OnStorageAsync(repository, where.Read(parsed), async options => Show(await AccessKey.MakeAsync(options, chosen, slug, whose, lifetime, cancellationToken)), cancellationToken);
            return 0;
        });
        return command;
    }

    public static Command Reader(Repository repository, PlaceOptions where)
    {
        var address = new Argument<string>("ADDRESS") { Description = "E-mail address." };
        var name = new Option<string?>("--name") { Description = "Name for the mail's To line." };
        var kind = new Option<string>("--kind") { DefaultValueFactory = _ => "*", Description = "Dossier kind, or * for all." };
        var place = new Option<string>("--place") { DefaultValueFactory = _ => "*", Description = "Office slug or a prefix ending in *." };
        var command = new Command("reader", Texts.Reader) { address, name, kind, place };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var to = parsed.GetValue(address)!;
            await OnAppAsync(
                repository, where.Read(parsed), client => client.PutReaderAsync(to, parsed.GetValue(name) ?? to, parsed.GetValue(kind)!, parsed.GetValue(place)!, cancellationToken), cancellationToken);
            Console.WriteLine($"{to} gets the reports (kind {parsed.GetValue(kind)}, place {parsed.GetValue(place)}).");
            return 0;
        });
        return command;
    }

    public static Command Office(Repository repository, PlaceOptions where)
    {
        var slug = new Argument<string>("SLUG") { Description = "Lower-case letters, digits and hyphens, such as truong-thcs-an-phu." };
        var name = new Argument<string>("NAME") { Description = "The name as people write it." };
        var command = new Command("office", Texts.Office) { slug, name };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await OnAppAsync(repository, where.Read(parsed), client => client.PutOfficeAsync(parsed.GetValue(slug)!, parsed.GetValue(name)!, cancellationToken), cancellationToken);
            Console.WriteLine($"{parsed.GetValue(slug)} is registered as {parsed.GetValue(name)}.");
            return 0;
        });
        return command;
    }

    // A connection string holds a key, which has no place on a command line.
    private static TableServiceClient TablesOf(string installed) =>
        installed == Connection
            ? new(Environment.GetEnvironmentVariable(Connection) ?? throw new SentenceException($"The variable {Connection} is not set.", 2))
            : Uri.TryCreate(installed, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
                ? new(address, new DefaultAzureCredential())
                : throw new SentenceException($"--tables takes an https address or {Connection}.", 2);

    private static void Show(string key)
    {
        Console.Error.WriteLine("Keep this key; it is not shown again:");
        Console.WriteLine(key);
    }

    /// <summary>Works on the storage of a running stack, or on Azurite started for the moment on the same data.</summary>
    internal static async Task OnStorageAsync(Repository repository, StackOptions options, Func<StackOptions, Task> work, CancellationToken cancellationToken)
    {
        if (await RunningStack.AnswersAsync(new($"http://127.0.0.1:{options.TablePort}/"), cancellationToken))
        {
            await work(options);
            return;
        }

        await using var stack = await LocalStack.StartStorageAsync(repository, options, cancellationToken);
        await work(options);
    }

    private static async Task OnAppAsync(Repository repository, StackOptions options, Func<AppClient, Task> work, CancellationToken cancellationToken)
    {
        LocalStack? started = null;
        if (!await RunningStack.AnswersAsync(new(options.App, "api/health"), cancellationToken))
            started = await LocalStack.StartAsync(repository, options, new Dictionary<string, string>(), _ => { }, cancellationToken);
        try
        {
            using var client = new AppClient(options.App, await BatchKey.MakeAsync(options, cancellationToken));
            await work(client);
        }
        finally
        {
            if (started is not null)
                await started.DisposeAsync();
        }
    }
}
