using System.Globalization;
using LearningSociety.Domain.Places;

namespace LearningSociety.Domain.Tests.Places;

public sealed class UnitRegisterTests
{
    // Code, tier, parent, first and last day, successors. On 1 July 2025 districts ended; commune 04789 took in 04792 under its own code,
    // 04831 was shared out between 04789 and 04900, 04901 was made of communes of two districts, and province 18 joined 17.
    private static readonly UnitRegister Units = new(((string[])
    [
        "17    province  -    -          -          -",
        "18    province  -    -          2025-06-30 17",
        "148   district  17   -          2025-06-30 -",
        "160   district  18   -          2025-06-30 -",
        "04789 commune   148  -          2025-06-30 04789",
        "04789 commune   17   2025-07-01 -          -",
        "04792 commune   148  -          2025-06-30 04789",
        "04831 commune   148  -          2025-06-30 04900,04789",
        "04900 commune   17   2025-07-01 -          -",
        "04901 commune   17   2025-07-01 -          -",
        "04832 commune   148  -          2025-06-30 04901",
        "04833 commune   149  -          2025-06-30 04901",
        "149   district  17   -          2025-06-30 -",
        "05000 commune   160  -          2025-06-30 05000",
        "05000 commune   17   2025-07-01 -          -",
    ]).Select(Unit));

    [Theory]
    [InlineData("04789", 2024, "17/148/04789")]
    [InlineData("04789", 2025, "17//04789")]
    [InlineData("04792", 2024, "17/148/04792")]
    [InlineData("04792", 2026, "17//04789")]
    [InlineData("04831", 2025, "17//04900")]
    [InlineData("05000", 2024, "18/160/05000")]
    [InlineData("05000", 2025, "17//05000")]
    [InlineData("04900", 2024, "17/148/04831")]
    [InlineData("04901", 2024, "17//")]
    [InlineData("148", 2024, "17/148/")]
    [InlineData("148", 2025, null)]
    [InlineData("18", 2024, "18//")]
    [InlineData("18", 2025, "17//")]
    [InlineData("99999", 2025, null)]
    public void A_unit_counts_where_it_lies_on_the_last_day_of_the_year(string code, int year, string? path)
    {
        var found = Units.PathOf(code, UnitRegister.DayOf(year));
        Assert.Equal(path, found is null ? null : $"{found.Province}/{found.District}/{found.Commune}");
    }

    [Theory]
    [InlineData("04789", "04789 04792 04831")]
    [InlineData("04900", "04831")]
    [InlineData("05000", "05000")]
    [InlineData("17", "17 18")]
    public void What_a_unit_was_made_of_can_be_followed_back(string code, string parts) =>
        Assert.Equal(parts, string.Join(' ', Units.PartsOf(code, UnitRegister.DayOf(2025), UnitRegister.DayOf(2024)).Select(unit => unit.Code)));

    [Theory]
    [InlineData("17", UnitTier.Commune, 2024, "04789 04792 04831 04832 04833")]
    [InlineData("17", UnitTier.District, 2024, "148 149")]
    [InlineData("148", UnitTier.Commune, 2024, "04789 04792 04831 04832")]
    [InlineData("17", UnitTier.Commune, 2025, "04789 04900 04901 05000")]
    [InlineData("17", UnitTier.District, 2025, "")]
    public void A_place_holds_the_units_of_the_day(string code, UnitTier tier, int year, string places)
    {
        var day = UnitRegister.DayOf(year);
        Assert.Equal(places, string.Join(' ', Units.Within(Units.PathOf(code, day)!, tier, day).Select(path => path.Code)));
    }

    private static AdministrativeUnit Unit(string line)
    {
        var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(
            cells[0], cells[0], Enum.Parse<UnitTier>(cells[1], ignoreCase: true), cells[2] == "-" ? null : cells[2], Day(cells[3]), Day(cells[4]),
            cells[5] == "-" ? [] : [.. cells[5].Split(',')]);
    }

    private static DateOnly? Day(string text) => text == "-" ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
