using System.Net;
using System.Net.Sockets;
using LearningSociety.Conformance.Triggers.Http;
using LearningSociety.Conformance.Triggers.Refused;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LearningSociety.Conformance.Triggers.Hosting;

/// <summary>What would not work, or would work otherwise under the real host, is refused at start in a sentence.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData(typeof(KeyNeeded), "KeyNeeded asks for AuthorizationLevel.Function")]
    [InlineData(typeof(AdminRoute), "the route \"Admin/users\" belongs to the host")]
    [InlineData(typeof(RuntimeRoute), "the route \"runtime\" belongs to the host")]
    [InlineData(typeof(SlashRoute), "begins with a slash")]
    [InlineData(typeof(BrokenRoute), "the route \"pages/{id\" is not valid")]
    [InlineData(typeof(PlainResult), "PlainResult returns String, which would not be sent")]
    [InlineData(typeof(MvcBody), "the parameter \"body\" bears MVC's [FromBody]")]
    [InlineData(typeof(SameName), "Two functions are named")]
    [InlineData(typeof(SameRoute), "One and Two answer the same route")]
    [InlineData(typeof(TwoTriggers), "TwoTriggers (LearningSociety.Conformance.Triggers.Refused.TwoTriggers.Run) has 2 triggers")]
    [InlineData(typeof(NoTrigger), "has 0 triggers")]
    [InlineData(typeof(AsyncVoid), "is async void")]
    [InlineData(typeof(BadName), "\"1 name\" is not a function name")]
    [InlineData(typeof(BadSchedule), "the minute \"60\" is not valid; it takes 0 to 59")]
    [InlineData(typeof(MissingSetting), "names the setting NoSuchSchedule, which is not set")]
    [InlineData(typeof(NoStorage), "needs a storage account: set NoSuchStorage")]
    [InlineData(typeof(BadPath), "does not begin with a container's name")]
    public async Task A_function_that_cannot_run_is_named_with_the_reason(Type functions, string reason)
    {
        await using var host = await TriggerHost.StartAsync(functions);

        Assert.Contains(reason, host.Refusal);
        Assert.DoesNotContain("\n", host.Refusal);
        Assert.True(host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
    }

    [Fact]
    public async Task An_address_in_use_is_a_sentence_and_nothing_has_started()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        await using var host = await TriggerHost.StartAsync([typeof(PlainFunctions)], [$"urls={url}"]);

        Assert.StartsWith($"The address {url} is in use", host.Refusal);
        Assert.False(host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.IsCancellationRequested);
    }

    [Fact]
    public async Task An_app_without_functions_starts_and_knows_no_path()
    {
        await using var host = await TriggerHost.StartAsync();

        Assert.Null(host.Refusal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public void Settings_of_the_command_line_are_stronger_than_the_environment()
    {
        const string Name = "LEARNINGSOCIETY_TEST_SETTING";
        Environment.SetEnvironmentVariable(Name, "environment");
        Assert.Equal("environment", FunctionsApplication.CreateBuilder([]).Configuration[Name]);
        Assert.Equal("line", FunctionsApplication.CreateBuilder([$"--{Name}=line"]).Configuration.GetValue<string>(Name));
        Environment.SetEnvironmentVariable(Name, null);
    }
}
