using System.Globalization;
using LearningSociety.Domain.Places;

namespace LearningSociety.Domain.Tests.Places;

public sealed class UnitListCheckTests
{
    // Rows "code tier parent first last successors", and what is wrong as "index kind code".
    [Theory]
    [InlineData("a list that fits", "", "31 province - - - -", "288 district 31 - 2025-06-30 -", "11413 commune 288 - 2025-06-30 11413", "11413 commune 31 2025-07-01 - -")]
    [InlineData("a merger", "", "31 province - - - -", "1 commune 31 - 2025-06-30 3", "2 commune 31 - 2025-06-30 3", "3 commune 31 2025-07-01 - -")]
    [InlineData("a split", "", "31 province - - - -", "1 commune 31 - 2025-06-30 2,3", "2 commune 31 2025-07-01 - -", "3 commune 31 2025-07-01 - -")]
    [InlineData("the same code twice", "1 Overlaps 31", "31 province - - - -", "31 province - - - -")]
    [InlineData("a row that begins before the one before ends", "1 Overlaps 31", "31 province - - 2025-07-01 31", "31 province - 2025-07-01 - -")]
    [InlineData("a row inside another", "1 Overlaps 31", "31 province - - - -", "31 province - 2024-01-01 2024-12-31 -")]
    [InlineData("a last day before the first", "0 EndsBeforeItBegins 31", "31 province - 2025-07-01 2025-06-30 -")]
    [InlineData("a province below another", "1 ProvinceWithParent 31", "31 province - - - -", "30 province 31 - - -")]
    [InlineData("a commune below nothing", "0 NoParent 11413", "11413 commune - - - -")]
    [InlineData("an unknown parent", "0 UnknownParent 99", "11413 commune 99 - - -")]
    [InlineData("its own parent", "0 Circle 288", "288 district 288 - - -")]
    [InlineData("a circle of two", "0 Circle 289, 1 Circle 288", "288 district 289 - - -", "289 district 288 - - -")]
    [InlineData("a circle of three", "0 Circle b, 1 Circle c, 2 Circle a", "a commune b - - -", "b district c - - -", "c district a - - -")]
    [InlineData("a commune below a commune", "2 ParentNotAbove 1", "31 province - - - -", "1 commune 31 - - -", "2 commune 1 - - -")]
    [InlineData("a commune that outlives its district", "2 ParentNotThere 288", "31 province - - - -", "288 district 31 - 2025-06-30 -", "11413 commune 288 - - -")]
    [InlineData("a district that begins after its commune", "2 ParentNotThere 288", "31 province - - - -", "288 district 31 2020-01-01 - -", "11413 commune 288 - - -")]
    [InlineData("a parent in two rows without a gap", "", "31 province - - 2025-06-30 31", "31 province - 2025-07-01 - -", "11413 commune 31 - - -")]
    [InlineData("a unit that lasts became another", "1 SuccessorOfLasting 1", "31 province - - - -", "1 commune 31 - - 2", "2 commune 31 - - -")]
    [InlineData("became an unknown unit", "1 UnknownSuccessor 9", "31 province - - - -", "1 commune 31 - 2025-06-30 9")]
    [InlineData("became a unit that begins later", "1 SuccessorNotThere 2", "31 province - - - -", "1 commune 31 - 2025-06-30 2", "2 commune 31 2025-08-01 - -")]
    [InlineData("a province became a commune", "0 SuccessorOfOtherTier 1", "30 province - - 2025-06-30 1", "31 province - - - -", "1 commune 31 - - -")]
    public void What_does_not_fit_is_found(string what, string faults, params string[] rows)
    {
        Assert.NotEmpty(what);
        Assert.Equal(faults, string.Join(", ", UnitListCheck.Of([.. rows.Select(Unit)]).Select(fault => $"{fault.Index} {fault.Kind} {fault.Code}")));
    }

    private static AdministrativeUnit Unit(string line)
    {
        var cells = line.Split(' ');
        return new(
            cells[0], cells[0], Enum.Parse<UnitTier>(cells[1], ignoreCase: true), cells[2] == "-" ? null : cells[2], Day(cells[3]), Day(cells[4]), cells[5] == "-" ? [] : [.. cells[5].Split(',')]);
    }

    private static DateOnly? Day(string text) => text == "-" ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
