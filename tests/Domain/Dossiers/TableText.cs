using System.Collections.Immutable;
using System.Globalization;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Domain.Tests.Dossiers;

/// <summary>
/// Summary tables in short: "1=2 1.1=0 1.2=- overall=M": 0 not met, 1 and 2 the levels, M met, - blank, ? ink that cannot be read,
/// . no result cell at all, ~2 read weakly, 8/10 points.
/// </summary>
internal static class TableText
{
    internal static FormReading Rows(this FormReading form, string text)
    {
        var rows = ImmutableArray.CreateBuilder<CriterionRow>();
        var result = form with { HasOverallRow = false, Declared = null };
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = (part.Split('=')[0], part.Split('=')[1]);
            if (name == "overall")
                result = result with { HasOverallRow = true, OverallPlace = At(0.9), Declared = Read(value), OverallDoubt = value == "?" ? "mực nhòe" : null };
            else rows.Add(Row(name, value));
        }

        return result with { Criteria = rows.ToImmutable() };
    }

    /// <summary>The table without the office's words beside the rows named.</summary>
    internal static FormReading WithoutSummary(this FormReading form, params string[] rows) => form with
    {
        Criteria = [.. form.Criteria.Select(row => rows.Contains($"{row.Criterion}.{row.Indicator}") ? row with { Summary = " … " } : row)],
    };

    /// <summary>The table with the result of a row ("1" or "1.2") read with this confidence.</summary>
    internal static FormReading Weakly(this FormReading form, string name, double with) => form with
    {
        Criteria = [.. form.Criteria.Select(row => (row.Indicator is null ? $"{row.Criterion}" : $"{row.Criterion}.{row.Indicator}") == name ? row with { Result = row.Result! with { Confidence = new(with) } } : row)],
    };

    internal static CriterionRow Row(string name, string value)
    {
        var numbers = name.Split('.').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var points = value.Split('/');
        var place = At(0.1 + (numbers[0] * 0.1) + (numbers.ElementAtOrDefault(1) * 0.01));
        return new(
            numbers[0], numbers.Length > 1 ? numbers[1] : null, "", "Đã thực hiện, có 3 văn bản.", points.Length == 1 ? Read(value) : null,
            points.Length == 2 ? Sample.Sure(decimal.Parse(points[0], CultureInfo.InvariantCulture)) : null,
            points.Length == 2 ? Sample.Sure(decimal.Parse(points[1], CultureInfo.InvariantCulture)) : null,
            place, value == "." ? null : place, value == "?" ? "có hai dấu" : null);
    }

    private static Read<Result>? Read(string value) => value.TrimStart('~') switch
    {
        "0" => Make(Result.NotMet),
        "1" => Make(Result.Level1),
        "2" => Make(Result.Level2),
        "M" => Make(Result.Met),
        _ => null,
    } is { } read ? value[0] == '~' ? read with { Confidence = new(0.3) } : read : null;

    private static Read<Result> Make(Result result) => Sample.Sure(result);

    private static Place At(double top) => new("3.pdf", 1, new(0.8, Math.Min(top, 0.95), 0.9, Math.Min(top + 0.01, 0.96)));
}

/// <summary>Grading tables in short: "Cao Phong: 10 10 9 1 0 0 0"; communes, assessed, good, fair, average, failed (not in a plan), not assessed; ~9 is read weakly.</summary>
internal static class Gradings
{
    internal static GradingTable Results(params string[] rows) => Table(GradingKind.Results, 2022, rows.Length > 0 ? rows :
        ["Cao Phong: 10 10 9 1 0 0 0", "Đà Bắc: 17 16 11 4 0 1 1", "Tổng: 27 26 20 5 0 1 1"]);

    internal static GradingTable Plan(params string[] rows) => Table(GradingKind.Plan, 2023, rows.Length > 0 ? rows :
        ["Cao Phong: 10 10 9 1 0 0", "Đà Bắc: 17 17 11 6 0 0", "Tổng: 27 27 20 7 0 0"]);

    internal static GradingTable Table(GradingKind kind, int year, params string[] rows) => new(kind, Sample.Sure(year), [.. rows.Select(row => Row(kind, row))], null);

    private static GradingRow Row(GradingKind kind, string text)
    {
        var cells = text.Split(": ")[1].Split(' ').Select(Cell).ToArray();
        return kind == GradingKind.Results
            ? new(text.Split(':')[0], cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], null)
            : new(text.Split(':')[0], cells[0], cells[1], cells[2], cells[3], cells[4], null, cells[5], null);
    }

    private static Read<int> Cell(string text)
    {
        var number = int.Parse(text.TrimStart('~'), CultureInfo.InvariantCulture);
        return text[0] == '~' ? Sample.Weak(number) : Sample.Sure(number);
    }
}
