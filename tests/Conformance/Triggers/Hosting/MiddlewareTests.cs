using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LearningSociety.Conformance.Triggers.Hosting;

/// <summary>Middleware runs in order around the function, in the invocation's own scope of services.</summary>
public sealed class MiddlewareTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_registered_is_the_outermost_and_sees_the_result()
    {
        await using var host = await StartAsync();

        Assert.Equal("hello, changed", await host.Client.GetStringAsync("/Hello", Cancellation));
        Assert.Equal(["first in Hello httpTrigger", "second in", "function", "second out hello", "first out hello, changed"], host.Journal.Lines.Where(l => !l.EndsWith("ended")));
    }

    [Fact]
    public async Task One_that_does_not_go_on_answers_in_the_functions_place()
    {
        await using var host = await StartAsync();
        using var response = await host.Client.GetAsync("/Hello?deny=1", Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain("function", host.Journal.Lines);
    }

    [Fact]
    public async Task A_condition_keeps_it_from_other_functions()
    {
        await using var host = await StartAsync();
        await host.Client.GetStringAsync("/Other", Cancellation);

        Assert.Equal(["first in Other httpTrigger", "first out other"], host.Journal.Lines);
    }

    [Fact]
    public async Task An_invocation_has_one_scope_of_its_own_and_it_ends_with_the_invocation()
    {
        await using var host = await StartAsync();
        var one = await host.Client.GetStringAsync("/Scope", Cancellation);
        var two = await host.Client.GetStringAsync("/Scope", Cancellation);

        Assert.Equal("same same", one.Split('/')[1]);
        Assert.NotEqual(one, two);
        Assert.Equal(2, host.Journal.Lines.Count(l => l == "scope ended"));
        Assert.Equal(2, host.Journal.Lines.Count(l => l == "instance ended"));
    }

    [Fact]
    public async Task The_description_names_the_method_and_its_bindings()
    {
        await using var host = await StartAsync();

        Assert.Equal(
            $"Described|{typeof(Greetings).FullName}.Described|{typeof(Greetings).Assembly.Location}|request:httpTrigger:In|$return:http:Out|request,context|id stays",
            await host.Client.GetStringAsync("/Described", Cancellation));
    }

    private static Task<TriggerHost> StartAsync() => TriggerHost.StartAsync([typeof(Greetings)], [], builder =>
    {
        builder.Services.AddScoped<Scope>();
        builder.UseMiddleware<First>().UseWhen<Second>(c => c.FunctionDefinition.Name == "Hello");
    });

    public sealed class Scope(Journal journal) : IDisposable
    {
        public Guid Id { get; } = Guid.NewGuid();

        public void Dispose() => journal.Add("scope ended");
    }

    public sealed class Greetings(Journal journal, Scope scope) : IDisposable
    {
        private static string? _lastId;

        [Function("Hello")]
        public IActionResult Hello([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
        {
            journal.Add("function");
            return new OkObjectResult("hello");
        }

        [Function("Other")]
        public static IActionResult Other([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => new OkObjectResult("other");

        [Function("Scope")]
        public IActionResult Scoped([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context)
        {
            var same = ReferenceEquals(scope, context.InstanceServices.GetRequiredService<Scope>()) ? "same" : "other";
            var web = ReferenceEquals(scope, request.HttpContext.RequestServices.GetRequiredService<Scope>()) ? "same" : "other";
            return new OkObjectResult($"{scope.Id}/{same} {web}");
        }

        [Function("Described")]
        public static IActionResult Described([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context)
        {
            var d = context.FunctionDefinition;
            var stays = _lastId is null || _lastId == context.FunctionId ? "id stays" : "id differs";
            _lastId = context.FunctionId;
            var bindings = d.InputBindings.Values.Concat(d.OutputBindings.Values).Select(b => $"{b.Name}:{b.Type}:{b.Direction}");
            return new OkObjectResult($"{d.Name}|{d.EntryPoint}|{d.PathToAssembly}|{string.Join('|', bindings)}|{string.Join(',', d.Parameters.Select(p => p.Name))}|{stays}");
        }

        public void Dispose() => journal.Add("instance ended");
    }

    public sealed class First(Journal journal) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            if (context.FunctionDefinition.Name is "Scope" or "Described")
            {
                await next(context);
                return;
            }

            journal.Add($"first in {context.FunctionDefinition.Name} {context.FunctionDefinition.InputBindings.Values.Single().Type}");
            if (context.GetHttpContext()!.Request.Query.ContainsKey("deny"))
            {
                context.GetInvocationResult().Value = new StatusCodeResult(StatusCodes.Status403Forbidden);
                return;
            }

            await next(context);
            journal.Add($"first out {((OkObjectResult)context.GetInvocationResult().Value!).Value}");
        }
    }

    public sealed class Second(Journal journal) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            journal.Add("second in");
            await next(context);
            var result = context.GetInvocationResult();
            var text = (string)((OkObjectResult)result.Value!).Value!;
            journal.Add($"second out {text}");
            result.Value = new OkObjectResult(text + ", changed");
        }
    }
}
