using System.Globalization;
using System.Text;

namespace LearningSociety.Scale.Model;

/// <summary>Results as the tables of docs/scale.md.</summary>
internal static class Tables
{
    private static readonly Shape Mails = Shape.Production with { Name = "… mail limits raised to 20,000 an hour", MailsAnHour = 20_000 };

    /// <summary>The season through each shape.</summary>
    public static string Courses()
    {
        var text = new StringBuilder("| season | shape | report: half, 95 in 100, last | longest queue before the report | last mail |\n|---|---|---|---|---|\n");
        foreach (var (name, season, shape) in Rows())
        {
            var course = Pipeline.Run(season, shape);
            var narrow = course.Narrowest;
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {shape.Name} | {Time(course.Half)}, {Time(course.Slow)}, {Time(course.Longest)} | ");
            text.Append(narrow.LongestWait < 60 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{narrow.Name}: {narrow.LongestQueue:N0} dossiers, {Time(narrow.LongestWait)}, {Time(narrow.QueuedSeconds)} in all"));
            text.Append(CultureInfo.InvariantCulture, $" | {Time(course.LongestMail)} |\n");
        }

        return text.ToString();
    }

    /// <summary>A year's cost of the nation in each choice.</summary>
    public static string Costs()
    {
        var text = new StringBuilder("| a year, US dollars | layout server | Document Intelligence | both |\n|---|---|---|---|\n");
        var costs = ((LayoutChoice[])[LayoutChoice.Server, LayoutChoice.DocumentIntelligence, LayoutChoice.Both])
            .Select(choice => YearCost.Of(Season.Nation, Shape.Production with { Layout = choice }, Model.Prices.Listed)).ToList();
        void Row(string name, Func<YearCost, double> part, string format = "N0") =>
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {string.Join(" | ", costs.Select(cost => part(cost).ToString(format, CultureInfo.InvariantCulture)))} |\n");
        Row("reading pages", cost => cost.Layout);
        Row("app", cost => cost.App);
        Row("storage, five years kept", cost => cost.Storage);
        Row("logs and alerts", cost => cost.Watching);
        Row("private network", cost => cost.Network);
        Row("mails", cost => cost.Mail);
        Row("**together**", cost => cost.Total);
        Row("**a dossier**", cost => cost.Total / Season.Nation.Dossiers, "0.000");
        return text.ToString();
    }

    /// <summary>What the costs are made of, and where each price is from.</summary>
    public static string Prices()
    {
        var text = new StringBuilder("| price | US dollars | source | looked up |\n|---|---|---|---|\n");
        foreach (var (name, price) in Model.Prices.Listed.All)
            text.Append(CultureInfo.InvariantCulture, $"| `{name}` | {price.Value:0.######} | {price.Source} | {price.Date} |\n");
        return text.ToString();
    }

    private static IEnumerable<(string Name, Season Season, Shape Shape)> Rows()
    {
        yield return ("nation", Season.Nation, Shape.Production);
        yield return ("nation", Season.Nation, Mails);
        yield return ("nation", Season.Nation, Mails with { Name = "… layout server alone", Layout = LayoutChoice.Server });
        yield return ("nation", Season.Nation, Mails with { Name = "… layout server alone, 2 replicas", Layout = LayoutChoice.Server, Replicas = 2 });
        yield return ("nation", Season.Nation, Mails with { Name = "… Document Intelligence alone", Layout = LayoutChoice.DocumentIntelligence });
        yield return ("nation", Season.Nation, Mails with { Name = "… 4 partitions, 4 instances", Partitions = 4, Instances = 4 });
        yield return ("nation, four times as many", Season.Nation with { Dossiers = 240_000 }, Mails);
        yield return ("province", Season.Province, Shape.OneMachine);
        yield return ("province", Season.Province, Shape.OneMachine with { Name = "one server, 8 cores", CoresAReplica = 8 });
        yield return ("commune", Season.Commune, Shape.OneMachine);
        yield return ("nation", Season.Nation, Shape.OneMachine with { Name = "one server, 32 cores", CoresAReplica = 32, Partitions = 4, Instances = 4 });
    }

    private static string Time(double seconds) => seconds switch
    {
        < 90 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s"),
        < 5_400 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min"),
        < 172_800 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3_600:0.0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 86_400:0} days"),
    };
}
