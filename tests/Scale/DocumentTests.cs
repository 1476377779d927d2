using System.Reflection;
using LearningSociety.Scale.Model;

namespace LearningSociety.Scale;

/// <summary>docs/scale.md shows what the simulation says, not what it said once.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void The_courses_of_the_document_are_the_simulations() => Holds(Tables.Courses());

    [Fact]
    public void The_costs_of_the_document_are_the_models() => Holds(Tables.Costs());

    [Fact]
    public void The_prices_of_the_document_are_the_models() => Holds(Tables.Prices());

    [Fact]
    public void The_shape_of_production_is_what_is_deployed()
    {
        var values = Text("bicep/main.bicepparam");
        Assert.Contains($"LAYOUT_REPLICAS', isProduction ? '{Shape.Production.Replicas}'", values, StringComparison.Ordinal);
        Assert.Contains($"maximumInstances = isProduction ? {Shape.Production.Instances} ", values, StringComparison.Ordinal);
        Assert.Contains("isProduction ? 'both'", values, StringComparison.Ordinal);
        Assert.Contains($"\"partitionCount\": {Shape.Production.Partitions}", Text("host.json"), StringComparison.Ordinal);
        Assert.Contains($"cpu: json('{Shape.Production.CoresAReplica}.0')", Text("bicep/modules/layout-server.bicep"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_figure_says_where_it_is_from_and_when() => Assert.All(
        typeof(Figures).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (Figure)property.GetValue(null)!).Concat(Prices.Listed.All.Select(price => price.Price)),
        figure =>
        {
            Assert.NotEmpty(figure.Source);
            Assert.Matches(@"^20\d\d-\d\d-\d\d$", figure.Date);
        });

    [Theory]
    [InlineData(LayoutChoice.Server)]
    [InlineData(LayoutChoice.DocumentIntelligence)]
    [InlineData(LayoutChoice.Both)]
    public void A_dossier_costs_cents(LayoutChoice choice) =>
        Assert.InRange(YearCost.Of(Season.Nation, Shape.Production with { Layout = choice }, Prices.Listed).Total / Season.Nation.Dossiers, 0.02, 0.4);

    [Fact]
    public void Twice_the_price_of_a_page_is_twice_the_cost_of_pages()
    {
        var shape = Shape.Production with { Layout = LayoutChoice.DocumentIntelligence };
        var (once, twice) = (YearCost.Of(Season.Nation, shape, Prices.Listed), YearCost.Of(Season.Nation, shape, Prices.Listed with { LayoutPage = Prices.Listed.LayoutPage with { Value = 2 * Prices.Listed.LayoutPage } }));
        Assert.Equal(2 * once.Layout, twice.Layout, 1);
    }

    private static void Holds(string table) => Assert.True(Text("docs/scale.md").Contains(table, StringComparison.Ordinal), $"docs/scale.md should hold this table now:\n{table}");

    private static string Text(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "LearningSociety.sln"))) return File.ReadAllText(Path.Combine(folder.FullName, file));
        throw new DirectoryNotFoundException("There is no LearningSociety.sln above these tests.");
    }
}
