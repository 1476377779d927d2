using LearningSociety.App.Access;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Tests.Access;

public sealed class FunctionRolesTests
{
    private const string HandIn = "Office, Administrator";
    private const string Read = "Office, Reviewer, Province, Administrator";

    /// <summary>Every HTTP function of the app. Whoever adds one says here who may call it.</summary>
    public static TheoryData<string, string, string, string> Functions { get; } = new()
    {
        // name              methods       route                               who
        { "Health",          "get",        "api/health",                       "anyone" },
        { "Asset",           "get, head",  "assets/{hash}/{name}",             "anyone" },
        { "NotFound",        "get",        "{*path}",                          "anyone" },
        { "SignIn",          "get",        "sign-in",                          "anyone" },
        { "SignInForm",      "post",       "sign-in",                          "anyone" },
        { "SignOut",         "post",       "sign-out",                         Read },
        { "OpenDossier",     "post",       "api/dossiers",                     HandIn },
        { "HandInFiles",     "post",       "api/dossiers/{id}/files",          HandIn },
        { "RemoveFile",      "delete",     "api/dossiers/{id}/files/{file}",   HandIn },
        { "SubmitDossier",   "post",       "api/dossiers/{id}/submit",         HandIn },
        { "ReadAgain",       "post",       "api/dossiers/{id}/read-again",     HandIn },
        { "ListDossiers",    "get",        "api/dossiers",                     Read },
        { "DossierStatus",   "get",        "api/dossiers/{id}",                Read },
        { "DossierReport",   "get",        "api/dossiers/{id}/report",         Read },
        { "Document",        "get, head",  "api/dossiers/{id}/documents/{file}", Read },
        { "PutOffice",       "put",        "api/manage/offices/{slug}",        "Administrator" },
        { "ListOffices",     "get",        "api/manage/offices",               "Administrator" },
        { "PutReader",       "put",        "api/manage/readers",               "Administrator" },
        { "ListReaders",     "get",        "api/manage/readers",               "Administrator" },
        { "Import",          "put, post",  "api/manage/imports/{register}",    "Administrator" },
        { "StatisticsPage",  "get",        "statistics",                       "Reviewer, Province, Administrator" },
        { "GradingAnnexPage", "get",       "statistics/gradings",              "Reviewer, Province, Administrator" },
        { "GradingAnnexFile", "get",       "api/prints/gradings",              "Reviewer, Province, Administrator" },
        { "CommuneReportPage", "get",      "statistics/commune-report",        "Reviewer, Province, Administrator" },
        { "CommuneReportFile", "get",      "api/prints/commune-report",        "Reviewer, Province, Administrator" },
        { "Statistics",      "get",        "api/statistics/{query}",           "Reviewer, Province, Administrator" },
        { "StatisticsRecords", "get",      "api/statistics/records",           "Province, Administrator" },
        { "RebuildStatistics", "post",     "api/manage/statistics/rebuild",    "Administrator" },
        { "OpenApi",         "get",        "api/openapi.json",                 "anyone" },
        { "Home",            "get",        "{root:maxlength(0)?}",             Read },
        { "NewDossier",      "get",        "dossiers/new",                     HandIn },
        { "NewDossierForm",  "post",       "dossiers",                         HandIn },
        { "Dossier",         "get",        "dossiers/{id}",                    Read },
        { "AddFiles",        "get",        "dossiers/{id}/add",                HandIn },
        { "AddFilesForm",    "post",       "dossiers/{id}/add",                HandIn },
        { "SubmitForm",      "post",       "dossiers/{id}/submit",             HandIn },
        { "ReadAgainForm",   "post",       "dossiers/{id}/read-again",         HandIn },
        { "ReportPage",      "get",        "dossiers/{id}/report",             Read },
    };

    [Theory, MemberData(nameof(Functions))]
    public void A_function_is_open_to_whom_the_table_says(string name, string methods, string route, string who)
    {
        var rule = FunctionRoles.Read(typeof(FunctionRoles).Assembly).Of(name);

        Assert.NotNull(rule);
        Assert.Equal(route, rule.Route);
        Assert.Equal(methods, string.Join(", ", rule.Methods));
        Assert.Equal(who, rule.Anyone ? "anyone" : string.Join(", ", rule.Roles));
    }

    [Fact]
    public void The_table_lists_every_function()
    {
        var listed = Functions.Select(row => row.Data.Item1).Order(StringComparer.Ordinal);
        Assert.Equal(listed, FunctionRoles.Read(typeof(FunctionRoles).Assembly).Rules.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_function_that_names_no_role_is_found() =>
        Assert.Equal(["Silent"], FunctionRoles.Read(typeof(SilentFunction).Assembly).Silent);

    [Fact]
    public async Task The_app_does_not_start_with_a_function_that_names_no_role()
    {
        var guard = new SilentFunctionGuard(FunctionRoles.Read(typeof(SilentFunction).Assembly));
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => guard.StartAsync(CancellationToken.None));
        Assert.Contains("Silent", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_app_starts_with_the_functions_it_has() =>
        await new SilentFunctionGuard(FunctionRoles.Read(typeof(FunctionRoles).Assembly)).StartAsync(CancellationToken.None);
}
