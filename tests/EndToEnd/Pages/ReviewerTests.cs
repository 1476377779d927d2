using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LearningSociety.EndToEnd.Pages;

/// <summary>What a reviewer does with the reports of scanned dossiers.</summary>
[Collection(SharedOffice.Name)]
public sealed class ReviewerTests(OfficeStack office)
{
    [Fact]
    public async Task AReviewerGoesFromAFindingToItsPlaceOnThePageAndBack()
    {
        var (page, watch) = await OpenAsync(OfficeStack.Incomplete, 1280, 900);
        await Expect(page.Locator(".verdict.bad .headline")).ToBeVisibleAsync();
        await Expect(page.Locator(".findings h2").First).ToContainTextAsync("Còn thiếu");
        await Expect(page.Locator(".findings li").First).ToContainTextAsync("Mẫu 04");

        // Every place that the text speaks of is a box on a page, drawn from the original.
        var spots = await page.Locator(".told [data-box]:not([data-box=''])").CountAsync();
        Assert.InRange(spots, 20, 1000);
        await Expect(page.Locator(".sheet .box")).ToHaveCountAsync(spots);
        await Expect(page.Locator(".sheet.drawn canvas").First).ToBeVisibleAsync();
        Assert.InRange(await InkAsync(page), 0.005, 0.5);
        await OfficeStack.PictureAsync(page, "report-missing");

        // From a line of the text to its place, far down the pages...
        var row = page.Locator(".criteria tr.spot").Last;
        await row.ClickAsync();
        var picked = page.Locator(".box.picked");
        await Expect(picked).ToHaveCountAsync(1);
        await Expect(picked).ToBeInViewportAsync();
        await Expect(page.Locator(".sheet:has(.box.picked).drawn canvas")).ToBeVisibleAsync();
        await OfficeStack.PictureAsync(page, "report-row");

        // ...and from a place back to its line, first value of the first form.
        var value = page.Locator(".values .spot").First;
        await page.Locator(".sheet .box").First.ScrollIntoViewIfNeededAsync();
        var name = await value.GetAttributeAsync("data-label");
        await page.Locator($".sheet .box[title=\"{name}\"]").First.ClickAsync(new() { Position = new() { X = 2, Y = 2 } });
        await Expect(value).ToHaveClassAsync(new Regex("picked"));
        await Expect(value).ToBeInViewportAsync();
        Assert.Empty(watch.Faults);
    }

    [Fact]
    public async Task AFindingLeadsToItsBox()
    {
        var (page, watch) = await OpenAsync(OfficeStack.Blank, 1280, 900);
        var finding = page.Locator(".findings li.bad[data-box]:not([data-box=''])").Last;
        await finding.ClickAsync();
        var box = page.Locator(".box.bad.picked");
        await Expect(box).ToHaveCountAsync(1);
        await Expect(box).ToBeInViewportAsync();
        await Expect(finding).ToBeInViewportAsync();
        await Expect(page.Locator(".sheet:has(.box.picked).drawn canvas")).ToBeVisibleAsync();

        // The picture in the README is a copy of this one.
        await OfficeStack.PictureAsync(page, "report");
        Assert.Empty(watch.Faults);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task NoPageScrollsSideways(int width)
    {
        var (page, watch) = await OpenAsync(OfficeStack.Incomplete, width, 844);
        await OfficeStack.PictureAsync(page, $"report-{width}", whole: true);
        var report = new Uri(page.Url).AbsolutePath;
        foreach (var path in new[] { report, report[..^"/report".Length], "/" })
        {
            if (new Uri(page.Url).AbsolutePath != path) await page.GotoAsync(path);
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(wide <= width, $"{path} is {wide} pixels wide on a screen of {width}");
        }

        await OfficeStack.PictureAsync(page, $"home-{width}", whole: true);
        Assert.Empty(watch.Faults);
    }

    private async Task<(IPage Page, Watch Watch)> OpenAsync(string dossier, int width, int height)
    {
        var address = await office.ReportAsync(dossier);
        var (page, watch) = await office.OpenAsync(width, height, script: true);
        await OfficeStack.SignInAsync(page, await office.ReviewerKeyAsync());
        await page.GotoAsync(address.AbsolutePath);
        await page.Locator("#sheets[data-ready='1']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return (page, watch);
    }

    // The share of dark dots on the first page: neither an empty sheet nor a black one.
    private static Task<double> InkAsync(IPage page) => page.EvaluateAsync<double>(
        """
        () => {
          const canvas = document.querySelector(".sheet.drawn canvas");
          const dots = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
          let dark = 0;
          for (let i = 0; i < dots.length; i += 4) if (dots[i] < 128) dark++;
          return dark / (dots.length / 4);
        }
        """);
}
