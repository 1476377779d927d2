using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LearningSociety.Generator.Chance;
using LearningSociety.Generator.Facts;
using LearningSociety.Generator.Forms;
using LearningSociety.Generator.Ink;
using LearningSociety.Generator.Names;
using Microsoft.Playwright;

namespace LearningSociety.Generator.Printing;

/// <summary>Prints forms by the machine's own Chromium, and reads from the prints what stands on which page.</summary>
public sealed partial class Printer : IAsyncDisposable
{
    private const int MostAttempts = 6;
    private const string Program = "/usr/bin/chromium";
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly IPage page;

    private Printer(IPlaywright playwright, IBrowser browser, IPage page) => (this.playwright, this.browser, this.page) = (playwright, browser, page);

    /// <summary>Starts Chromium without a window and without a network.</summary>
    public static async Task<Printer> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program, Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND"],
        });
        var page = await browser.NewPageAsync(new() { DeviceScaleFactor = 4 });
        return new(playwright, browser, page);
    }

    /// <summary>Prints one form.</summary>
    /// <param name="form">What is in it.</param>
    /// <param name="dossier">Its dossier.</param>
    /// <param name="look">The look.</param>
    /// <param name="dice">Chance.</param>
    /// <param name="inks">The office's seal.</param>
    /// <param name="folder">Where to put the print.</param>
    /// <exception cref="InvalidOperationException">The three copies did not break alike.</exception>
    public async Task<PrintedForm> PrintAsync(FormFacts form, DossierFacts dossier, Look look, Dice dice, Inks inks, string folder)
    {
        var markup = new Markup();
        IReadOnlyList<RowPlace> places = [];
        if (form.Id == "province-grading") GradingForm.Write(markup, look, dice, form, inks, dossier.Findings.Any(finding => finding.Code == "percentage-mismatch"));
        else if (form.Id is "target-plan" or "plan") PlanForms.Write(markup, look, dice, form, dossier, inks);
        else if (form.Id == "unknown") WorkingPapers.Stray(markup, look, dice, form, inks);
        else places = UnitForms.Write(markup, look, dice, form, dossier, inks);
        var lies = form.Assessment is not null && look.Summary.Landscape;
        var pictures = await PicturesAsync(inks, look);
        var pdf = Path.Combine(folder, $"{form.Id}-{Directory.GetFiles(folder).Length}.pdf");
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            // Where a line just fits or just does not, the copies may break unlike; a millimetre decides it.
            var m = look.Margins;
            await page.SetContentAsync(PageAssembly.Document(markup.ToString(), look with { Margins = m with { Bottom = m.Bottom + attempt } }, lies, pictures));
            await File.WriteAllBytesAsync(pdf, await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
            if (Read(pdf) is { } pages) return new(form, pdf, pages, places);
        }

        throw new InvalidOperationException($"{form.Id}: the three copies do not break alike.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    // Pages that stay digital get pixels, as word processors put in; pages to be scanned need no such detour.
    private async Task<IReadOnlyList<string>> PicturesAsync(Inks inks, Look look)
    {
        if (look.ByHand) return [.. inks.Drawn.Select(ink => "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(ink.Svg)))];
        var pictures = new List<string>();
        foreach (var ink in inks.Drawn)
        {
            await page.SetContentAsync(string.Create(CultureInfo.InvariantCulture, $"<body style=\"margin:0\"><div id=\"ink\" style=\"width:150px;height:{150 * ink.Height:0}px\">{ink.Svg}</div></body>"));
            var png = await page.Locator("#ink").ScreenshotAsync(new() { OmitBackground = true, Type = ScreenshotType.Png });
            pictures.Add("data:image/png;base64," + Convert.ToBase64String(png));
        }

        return pictures;
    }

    // Null when the copies do not break alike.
    private static List<PageTruth>? Read(string pdf)
    {
        var pages = Tool.Output("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-").Split('\f')[..^1];
        var count = pages.Length / 3;
        if (pages.Length % 3 != 0 || Enumerable.Range(0, count).Any(i => !Alike(pages[i], pages[count + i], Mark().Replace(pages[2 * count + i], " ")))) return null;
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var cells = Mark().Split(pages[2 * count + i]).Select(Tidy).ToArray();
            var rows = Mark().Matches(pages[2 * count + i]).Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).ToHashSet();
            // Splitting keeps the captured numbers: text, row, column, text, row, column, text …
            var texts = cells.Where((_, at) => at % 3 == 0).Where(text => text.Length > 0).ToArray();
            return new PageTruth([.. pages[count + i].Split('\n').Select(Tidy).Where(line => line.Length > 0)], texts, rows);
        })];
    }

    // The first copy has the words of the other two, and perhaps a page number and the letters of a seal. Where one breaks elsewhere, one of its pages has too few.
    private static bool Alike(string whole, string prose, string cells) => Letters(whole) - Letters(prose) - Letters(cells) is >= -2 and < 200;

    private static int Letters(string text) => text.Count(letter => !char.IsWhiteSpace(letter));

    private static string Tidy(string text) => Vietnamese.Composed(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    [GeneratedRegex(@"¤\s?([0-9]+)\.([0-9]+);")]
    private static partial Regex Mark();
}
