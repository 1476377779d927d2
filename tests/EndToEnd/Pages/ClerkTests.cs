using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LearningSociety.EndToEnd.Pages;

/// <summary>What an office's clerk does, in a browser that runs no script.</summary>
[Collection(SharedOffice.Name)]
public sealed class ClerkTests(OfficeStack office)
{
    [Fact]
    public async Task AClerkHandsInADossierAndFollowsItToItsReportWithoutScript()
    {
        var (page, watch) = await office.OpenAsync(1280, 900, script: false);
        await OfficeStack.SignInAsync(page, await office.ClerkKeyAsync());
        await page.Locator("a.button", new() { HasText = "Nộp hồ sơ mới" }).ClickAsync();
        await OfficeStack.PictureAsync(page, "hand-in-kinds");
        await page.Locator(".kinds a[href$='unit-request']").ClickAsync();

        // What the dossier must hold stands beside the form before anything is sent.
        var required = page.Locator("aside .forms").First.Locator("li strong");
        await Expect(required).ToHaveTextAsync([new Regex("Mẫu 10"), new Regex("Mẫu 04"), new Regex("Mẫu 18")]);
        await OfficeStack.PictureAsync(page, "hand-in", whole: true);

        await page.GetByLabel("Năm").FillAsync($"{office.Digital.Id.Year}");
        await page.GetByLabel("Các tệp PDF").SetInputFilesAsync(office.Digital.Files);
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi và nộp hồ sơ" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"/dossiers/{office.Digital.Id}"));

        // Whoever has just submitted is not asked to submit.
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Nộp hồ sơ" })).ToHaveCountAsync(0);
        await Expect(page.Locator("table.list tbody tr")).ToHaveCountAsync(office.Digital.Files.Length);
        await OfficeStack.PictureAsync(page, "follow", whole: true);

        // The page loads itself again until the report is there.
        var report = page.GetByRole(AriaRole.Link, new() { Name = "Xem báo cáo kiểm tra" });
        await report.WaitForAsync(new() { Timeout = 90_000 });
        await OfficeStack.PictureAsync(page, "followed", whole: true);
        await report.ClickAsync();

        await Expect(page.Locator(".verdict .headline")).ToContainTextAsync("đầy đủ");
        await Expect(page.Locator(".check li")).ToHaveCountAsync(3);
        await Expect(page.Locator(".check li.good")).ToHaveCountAsync(3);
        await Expect(page.Locator(".values .spot")).Not.ToHaveCountAsync(0);
        await Expect(page.Locator(".sheet-file h2")).ToHaveCountAsync(3);
        await OfficeStack.PictureAsync(page, "report-without-script", whole: true);
        Assert.Empty(watch.Faults);
    }

    [Fact]
    public async Task AWrongKeyIsRefusedInASentence()
    {
        var (page, _) = await office.OpenAsync(390, 844, script: false);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Khóa truy cập").FillAsync("ls_khong-dung");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Khóa truy cập không đúng");
        await OfficeStack.PictureAsync(page, "sign-in-refused");
    }
}
