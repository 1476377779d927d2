using System.Text.RegularExpressions;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Statistics;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LearningSociety.EndToEnd.Pages;

/// <summary>What a province sees of its year: charts that say what their tables say, and the dossiers behind them.</summary>
[Collection(SharedOffice.Name)]
public sealed class StatisticsTests(OfficeStack office) : IClassFixture<CountedProvince>
{
    private static readonly string[] Cards = ["results", "trend", "gradings", "plan", "targets", "criteria", "deadlines"];
    private static readonly string Address = AddressOf(CountedProvince.Code, CountedProvince.Year, CountedProvince.Kind);

    [Fact]
    public async Task EveryChartIsDrawnAndItsTableHasTheFigures()
    {
        var (page, watch) = await OpenAsync(1280, 900);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Thống kê" }).ClickAsync();
        await page.Locator("#pickers").GetByLabel("Tỉnh").SelectOptionAsync(CountedProvince.Code);
        await page.Locator("#pickers").GetByLabel("Năm").SelectOptionAsync($"{CountedProvince.Year}");
        await page.Locator("#pickers").GetByLabel("Loại hồ sơ").SelectOptionAsync(CountedProvince.Kind);
        await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(Address)));

        // Each choice asks anew: only the answers to the last one stay.
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });
        foreach (var card in Cards)
        {
            await Expect(page.Locator($"#{card}")).ToHaveAttributeAsync("data-state", "shown");
            var coloured = await ColouredAsync(page, card);
            Assert.True(coloured is > 0.005 and < 0.9, $"{card}: {coloured:0.0000} of its chart is coloured");
        }

        await OfficeStack.PictureAsync(page, "statistics", whole: true);

        // District by district, each figure as the dossiers say.
        foreach (var card in Cards)
        {
            await page.Locator($"#{card} .view").ClickAsync();
            await page.Locator($"#{card} tbody").First.WaitForAsync();
        }

        foreach (var (code, name) in CountedProvince.Districts)
        {
            var here = CountedProvince.Requests.Where(fact => fact.Year == CountedProvince.Year && fact.Place.District == code).ToArray();
            await Expect(Row(page, "results", name).Locator("th, td")).ToHaveTextAsync(
            [
                name, "6", $"{here.Length}", Of(here, Result.NotMet), Of(here, Result.Level1), Of(here, Result.Level2), Of(here, null),
                Share(here, Result.Level1), Share(here, Result.Level2),
            ]);
        }

        var (before, plan, result) = (CountedProvince.Gradings[0], CountedProvince.Gradings[1], CountedProvince.Gradings[2]);
        for (var n = 0; n < CountedProvince.Districts.Length; n++)
        {
            var (name, graded) = (CountedProvince.Districts[n].Name, result.Rows[n]);
            await Expect(Row(page, "gradings", name).Locator("td").Nth(2)).ToHaveTextAsync($"{graded.Good}");
            await Expect(Row(page, "plan", name).Locator("td")).ToHaveTextAsync(
                [$"{before.Rows[n].Good}", $"{plan.Rows[n].Good}", $"{graded.Good}", $"{graded.Good - plan.Rows[n].Good}"]);
        }

        var family = Row(page, "targets", "Gia đình được công nhận “Gia đình học tập”").Filter(new() { HasText = "2025" });
        await Expect(family.Locator("td").Nth(6)).ToHaveTextAsync("63,9");
        await Expect(Row(page, "trend", "2022").Locator("td").First).ToHaveTextAsync($"{CountedProvince.Requests.Count(fact => fact.Year == 2022)}");
        await page.Locator("#deadlines select").SelectOptionAsync("commune-report");
        await Expect(page.Locator("#deadlines tbody tr")).ToHaveCountAsync(CountedProvince.Districts.Length + 1);
        await Expect(page.Locator("#deadlines tr.total td").Nth(0)).ToHaveTextAsync("30");
        await Expect(page.Locator("#deadlines tr.total td").Nth(2)).ToHaveTextAsync("4");
        await OfficeStack.PictureAsync(page, "statistics-tables", whole: true);
        Assert.Empty(watch.Faults);
    }

    [Fact]
    public async Task ABarLeadsToItsDossiersAndTheAddressKeepsThem()
    {
        var (page, watch) = await OpenAsync(1280, 900);
        await page.GotoAsync(Address);
        var chart = page.Locator("#results canvas");
        await page.Locator("#results[data-state='shown']").WaitForAsync();
        var box = (await chart.BoundingBoxAsync())!;

        // The tip is made under the content policy too.
        await chart.HoverAsync(new() { Position = new() { X = box.Width * 0.6f, Y = 53 } });
        await Expect(page.Locator("#results .tip strong")).ToHaveTextAsync(CountedProvince.Districts[0].Name);
        await chart.ClickAsync(new() { Position = new() { X = box.Width * 0.6f, Y = 53 } });
        var list = page.GetByRole(AriaRole.Dialog);
        await Expect(list.GetByRole(AriaRole.Heading)).ToContainTextAsync(CountedProvince.Districts[0].Name);
        await page.WaitForURLAsync(url => url.Contains("dossiers=", StringComparison.Ordinal));
        await page.ReloadAsync();
        await Expect(list.Locator("tbody tr").First).ToContainTextAsync("Hòa Bình");
        await OfficeStack.PictureAsync(page, "statistics-dossiers");
        await page.Keyboard.PressAsync("Escape");
        await Expect(list).ToBeHiddenAsync();

        // The browser tells that the dialog was closed a moment after it has hidden it.
        await page.WaitForURLAsync(url => new Uri(url).PathAndQuery == Address);
        await page.GoBackAsync();
        await Expect(list).ToBeVisibleAsync();
        Assert.Empty(watch.Faults);
    }

    [Theory]
    [InlineData("results", "result:not-met")]
    [InlineData("results", "result:none")]
    [InlineData("trend", "result:level-2")]
    [InlineData("criteria", "result:level-1,criterion")]
    [InlineData("criteria", "result:none,criterion")]
    public async Task AFigureIsAsLargeAsItsList(string card, string kind)
    {
        var (page, watch) = await OpenAsync(1280, 900);
        await page.GotoAsync(Address);
        await page.Locator($"#{card} .view").ClickAsync();
        var wanted = kind.Split(',');
        var figure = page.Locator($"#{card} tbody a{string.Concat(wanted.Select(part => $"[href*='{Uri.EscapeDataString(part)}']"))}").First;
        var count = int.Parse(await figure.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await figure.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).Locator("tbody tr")).ToHaveCountAsync(count);
        Assert.Empty(watch.Faults);
    }

    [Fact]
    public async Task AFigureOfReportsLeadsToWhoOwesThem()
    {
        var (page, watch) = await OpenAsync(1280, 900);
        await page.GotoAsync(Address);
        await page.Locator("#deadlines select").SelectOptionAsync("commune-report");
        await page.Locator("#deadlines .view").ClickAsync();
        await page.Locator("#deadlines tr.total a[href*='late']").ClickAsync();
        var list = page.GetByRole(AriaRole.Dialog);
        await Expect(list.GetByRole(AriaRole.Heading)).ToContainTextAsync("Trễ hạn");
        await Expect(list.Locator("tbody tr")).ToHaveCountAsync(4);
        await page.ReloadAsync();
        await Expect(list.Locator("tbody tr")).ToHaveCountAsync(4);
        await OfficeStack.PictureAsync(page, "statistics-reports");
        Assert.Empty(watch.Faults);
    }

    [Fact]
    public async Task ByKeyboardFromAFigureToTheReportOfADossier()
    {
        var report = await office.ReportAsync(OfficeStack.Incomplete);
        var dossier = report.AbsolutePath.Split('/')[2];
        var (page, watch) = await OpenAsync(1280, 900);
        var parts = Regex.Match(dossier, @"^(.+?)-(\d{4})-");
        await page.GotoAsync(AddressOf("none", int.Parse(parts.Groups[2].Value, null), parts.Groups[1].Value));
        await page.Locator("#results .view").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#results .view")).ToBeFocusedAsync();
        await page.Locator("#results tr.total a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Dialog).Locator($"a[href='{report.AbsolutePath}']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(report.AbsolutePath)));
        await Expect(page.Locator(".verdict .headline")).ToBeVisibleAsync();
        Assert.Empty(watch.Faults);
    }

    // What goes out to be signed, as it is shown before it is downloaded.
    [Theory]
    [InlineData("annex", "/statistics/gradings?province={0}&year=2024", "Huyện Đà Bắc")]
    [InlineData("commune-report", "/statistics/commune-report?place={1}&year=2024", "BÁO CÁO")]
    public async Task APaperIsShownAsItWillBePrinted(string name, string address, string text)
    {
        var (page, watch) = await OpenAsync(1280, 900);
        await page.GotoAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, CountedProvince.Code, CountedProvince.Requests[0].Place.Commune));
        await Expect(page.Locator("main")).ToContainTextAsync(text);
        await OfficeStack.PictureAsync(page, $"statistics-{name}", whole: true);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await OfficeStack.PictureAsync(page, $"statistics-{name}-print", whole: true);
        Assert.Empty(watch.Faults);
    }

    [Theory]
    [InlineData(375, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task ItFitsAPhoneAndTheDark(int width, ColorScheme colours)
    {
        var (page, watch) = await OpenAsync(width, 812);
        await page.EmulateMediaAsync(new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync(Address);
        foreach (var card in Cards) await Expect(page.Locator($"#{card}")).ToHaveAttributeAsync("data-state", "shown");
        await OfficeStack.PictureAsync(page, $"statistics-{width}-{colours.ToString().ToLowerInvariant()}", whole: true);
        foreach (var card in Cards) await page.Locator($"#{card} .view").ClickAsync();
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(wide <= width, $"The page is {wide} pixels wide on a screen of {width}");
        await OfficeStack.PictureAsync(page, $"statistics-tables-{width}-{colours.ToString().ToLowerInvariant()}", whole: true);
        Assert.Empty(watch.Faults);
    }

    [Fact]
    public async Task AYearWithoutDistrictsGoesByCommuneAndAnEmptyYearSaysSo()
    {
        var (page, watch) = await OpenAsync(1280, 900);
        await page.GotoAsync(AddressOf(CountedProvince.Code, 2025, CountedProvince.Kind));
        await Expect(page.Locator("#results h2")).ToHaveTextAsync("Kết quả theo xã");
        await Expect(page.Locator("#results")).ToHaveAttributeAsync("data-state", "shown");
        await OfficeStack.PictureAsync(page, "statistics-communes", whole: true);
        await page.Locator("#pickers").GetByLabel("Loại hồ sơ").SelectOptionAsync("unit-council");
        await Expect(page.Locator("#results .state")).ToHaveTextAsync("Chưa có hồ sơ nào loại này trong năm 2025.");
        Assert.Empty(watch.Faults);
    }

    [Fact]
    public async Task ATableThatNobodyChoseIsChosenAnewForAnotherYear()
    {
        var (page, watch) = await OpenAsync(1280, 900);
        await page.GotoAsync(AddressOf(CountedProvince.Code, 2025, CountedProvince.Kind));
        var table = page.Locator("#gradings select");
        await Expect(table).ToHaveValueAsync("before");
        await page.Locator("#pickers").GetByLabel("Năm").SelectOptionAsync($"{CountedProvince.Year}");
        await Expect(table).ToHaveValueAsync("result");
        Assert.Empty(watch.Faults);
    }

    [Theory]
    [InlineData("dossiers=junk")]
    [InlineData("dossiers=year:nineteen,kind:unit-request")]
    [InlineData("dossiers=kind:unit-request")]
    [InlineData("reports=year:2024")]
    public async Task AnAddressThatNamesNoListOpensNone(string list)
    {
        var (page, watch) = await OpenAsync(1280, 900);
        await page.GotoAsync($"{Address}&{list}");
        await Expect(page.Locator("#results")).ToHaveAttributeAsync("data-state", "shown");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.Empty(watch.Faults);
    }

    [Fact]
    public async Task ACardThatFailsSaysSoAndIsTriedAgain()
    {
        var (page, _) = await OpenAsync(1280, 900);
        var down = true;
        await page.RouteAsync("**/api/statistics/trend*", route => down ? route.AbortAsync() : route.ContinueAsync());
        await page.GotoAsync(Address);
        await Expect(page.Locator("#trend").GetByRole(AriaRole.Alert)).ToContainTextAsync("Không liên lạc được với máy chủ");
        await Expect(page.Locator("#results")).ToHaveAttributeAsync("data-state", "shown");
        down = false;
        await page.Locator("#trend").GetByRole(AriaRole.Button, new() { Name = "Thử lại" }).ClickAsync();
        await Expect(page.Locator("#trend")).ToHaveAttributeAsync("data-state", "shown");
    }

    [Fact]
    public async Task WithoutScriptTheTablesCanBeDownloaded()
    {
        var (page, watch) = await office.OpenAsync(375, 812, script: false);
        await OfficeStack.SignInAsync(page, await office.ProvinceKeyAsync());
        await page.GotoAsync(Address);
        await Expect(page.Locator("#dashboard a[href*='/gradings?']")).ToHaveCountAsync(2);
        Assert.Empty(watch.Faults);
    }

    [Fact]
    public async Task AnOfficeSeesNoStatistics()
    {
        var (page, _) = await office.OpenAsync(1280, 900, script: true);
        await OfficeStack.SignInAsync(page, await office.ClerkKeyAsync());
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Thống kê" })).ToHaveCountAsync(0);
        Assert.Equal(403, (await page.GotoAsync("/statistics"))!.Status);
    }

    private async Task<(IPage Page, Watch Watch)> OpenAsync(int width, int height)
    {
        var (page, watch) = await office.OpenAsync(width, height, script: true);

        // Bars that still grow have neither their ink nor their place.
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await OfficeStack.SignInAsync(page, await office.ProvinceKeyAsync());
        return (page, watch);
    }

    private static string AddressOf(string province, int year, string kind) => $"/statistics?province={province}&year={year}&kind={kind}";

    private static ILocator Row(IPage page, string card, string name) =>
        page.Locator($"#{card} tbody tr").Filter(new() { Has = page.Locator("th", new() { HasTextRegex = new($"^{Regex.Escape(name)}$") }) });

    private static string Of(DossierFact[] facts, Result? result) => $"{facts.Count(fact => fact.Computed == result)}";

    private static string Share(DossierFact[] facts, Result result)
    {
        var assessed = facts.Count(fact => fact.Computed is not null);
        return Math.Round(100m * facts.Count(fact => fact.Computed == result) / assessed, 1, MidpointRounding.AwayFromZero).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',');
    }

    // The share of dots of a chart that bear a colour, over its layers: neither empty nor full.
    private static Task<double> ColouredAsync(IPage page, string card) => page.Locator($"#{card} .chart").EvaluateAsync<double>(
        """
        (chart) => {
          let coloured = 0;
          let all = 1;
          for (const canvas of chart.querySelectorAll("canvas")) {
            const dots = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
            all = dots.length / 4;
            for (let i = 0; i < dots.length; i += 4) if (dots[i + 3] > 0 && Math.max(dots[i], dots[i + 1], dots[i + 2]) - Math.min(dots[i], dots[i + 1], dots[i + 2]) > 20) coloured++;
          }
          return coloured / all;
        }
        """);
}
