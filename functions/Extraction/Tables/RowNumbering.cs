using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Tables;

/// <summary>A row of a criterion table with its number; criterion 0 is the overall row.</summary>
internal sealed record NumberedLine(int Criterion, int? Indicator, TableLine Line, double Certainty);

/// <summary>
/// Numbers the rows of a table: labels mean what they mean beside the other labels (a plain "1" is an indicator under
/// "Tiêu chí 1", a criterion beside "1.1"). A label that could not be read gets the next number, and no certainty.
/// </summary>
internal sealed class RowNumbering
{
    private const double ByOrder = 0.6;

    // A page of rows may be missing; "31" after 2 is a 3.1 or a misreading.
    private const int MostLost = 9;
    private const double Misread = 0.8;
    private const int FewestPlain = 3;
    private const double OtherLetter = 0.6;
    private const double Followed = 0.95;
    private readonly IReadOnlyList<TableLine> lines;
    private readonly List<NumberedLine> numbered = [];
    private readonly bool isClosing;
    private readonly bool isGrouped;
    private readonly bool plainIsCriterion;
    private readonly bool romanIsCriterion;
    private readonly bool isFlat;
    private readonly bool isDotted;
    private readonly bool isRoman;
    private readonly bool isLettered;
    private readonly bool isAbbreviated;
    private int criterion;
    private int indicator;
    private bool isClosed;

    private RowNumbering(IReadOnlyList<TableLine> lines)
    {
        lines = AbbreviatedLabels.Settled(lines);

        // One "3. 1 hưc hiện" among "1. Triển khai" and "2. Bố trí" is a plain 3 whose words begin with a misread letter.
        if (lines.Where(line => line.Label.Kind == LabelKind.Dotted).ToList() is [{ Label.Certainty: >= 1 } dotted] && lines.Count(line => line.Label is { Kind: LabelKind.Plain, Certainty: >= 1 }) >= FewestPlain)
            lines = [.. lines.Select(line => ReferenceEquals(line, dotted) ? line with { Label = new(LabelKind.Plain, line.Label.Of, 0, Misread) } : line)];

        // One numeral alone, and that not I, is a speck or a tick.
        var hasMisreadRomans = lines.Where((line, at) => BeginsRomanGroup(lines, at)).Count() > 1;
        if (!hasMisreadRomans && lines.Where(line => line.Label.Kind == LabelKind.Roman).ToList() is [{ Label.Number: > 1 } lone]) lines = [.. lines.Select(line => ReferenceEquals(line, lone) ? line with { Label = RowLabel.None } : line)];
        this.lines = lines;
        var kinds = lines.Select(line => line.Label.Kind).ToHashSet();

        // Tall cells beside the rows, or rows that close a criterion, leave only indicators for the other labels.
        isClosing = kinds.Contains(LabelKind.Closing);
        isGrouped = isClosing || lines.Any(line => line.Group is not null);

        isAbbreviated = lines.Count(line => RowLabel.IsAbbreviated(line.LabelText)) > 1;
        isLettered = lines.Count(line => line.Label.Kind == LabelKind.Letter && line.LabelText.TrimEnd().EndsWith(')')) > 2;

        // Numerals that were all misread show by the plain numbers that begin again after each of them.
        isRoman = !isGrouped && (kinds.Contains(LabelKind.Roman) || hasMisreadRomans || (lines.Count(IsOne) > 1 && lines.Where((line, at) => at + 1 < lines.Count && IsOne(lines[at + 1])
            && (IsOne(line) || (line.Label.Kind is LabelKind.None or LabelKind.Letter && RomanNumeral.ReadMisread(FirstOf(line.LabelText)) == 1))).Any()));
        isDotted = lines.Any(line => line.Label is { Kind: LabelKind.Dotted } or { Kind: LabelKind.Indicator, Of: > 0 });
        romanIsCriterion = !kinds.Contains(LabelKind.Criterion) && !isGrouped;
        isFlat = !kinds.Contains(LabelKind.Criterion) && !isRoman && kinds.Contains(LabelKind.Indicator) && !isGrouped;
        plainIsCriterion = !kinds.Contains(LabelKind.Criterion) && !isRoman && !isGrouped;
    }

    /// <summary>Numbers rows; rows that go on with the one before are joined to it.</summary>
    public static IReadOnlyList<NumberedLine> Of(IReadOnlyList<TableLine> lines)
    {
        var numbering = new RowNumbering(lines);
        for (var at = 0; at < lines.Count; at++) numbering.Take(numbering.Labelled(at), at);
        return numbering.numbered;
    }

    // The line with its label as the lines beside it let it be.
    private TableLine Labelled(int at)
    {
        var line = WithRoman(WithAbbreviation(WithDot(WithFirst(lines[at], at))), at);
        return WithOrder(WithLetter(WithNumber(line)), at);
    }

    // "41" right before 1.1 is a 1 with a speck beside it.
    private TableLine WithFirst(TableLine line, int at) =>
        numbered.Count == 0 && line.Label is { Kind: LabelKind.Plain or LabelKind.Criterion, Number: > MostLost } && at + 1 < lines.Count && lines[at + 1].Label is { Of: 1, Number: 1 }
            ? line with { Label = new(line.Label.Kind, 1, 0, Followed) } : line;

    // "52" is 5.2 with its point lost, "32" after 2.1 a 2.2, "543" a 5.3 with its point read as a digit, "ClI2.2" CT2.2, where the next rows can be no other.
    private TableLine WithDot(TableLine line)
    {
        if (!isDotted || !line.HasLabelInk || line.Label is not ({ Kind: LabelKind.Plain or LabelKind.None } or { Kind: LabelKind.Indicator, Of: 0 })) return line;
        var digits = string.Concat(line.LabelText.Where(char.IsAsciiDigit));
        var isMisread = isAbbreviated && IsLikeAbbreviation(line.LabelText);
        if (digits.Length < 2 || (!isMisread && (digits.Length > 3 || (line.Label.Kind != LabelKind.Indicator && line.LabelText.Any(char.IsLetter))))) return line;
        foreach (var (of, number) in new[] { (criterion, indicator + 1), (criterion + 1, 1) })
        {
            if (line.Label is { Kind: LabelKind.Plain, Number: > MostLost } && line.Summary.Length > 0 && digits.Length == 2 && of == criterion && $"{number}" == digits[1..])
                return line with { Label = new(LabelKind.Dotted, number, of, Misread) };
            if ($"{of}{number}" == (isMisread ? digits[^2..] : $"{digits[0]}{digits[^1]}")) return line with { Label = new(LabelKind.Dotted, number, of, Misread) };
        }

        return line;
    }

    // What stands right before 3.2 in criterion 3 is 3.1, also where its label is a lone "3", "Chỉ tiêu 3", or once more a 2.1.
    private TableLine WithOrder(TableLine line, int at)
    {
        if (!isDotted || criterion == 0 || isClosed || line.Group is not null || !line.HasLabelInk || at + 1 >= lines.Count || lines[at + 1].Label is not { Certainty: >= 1 } next) return line;
        if (next.Of != criterion || next.Number != indicator + 2) return line;
        var isOther = line.Label is { Kind: LabelKind.Plain } or { Kind: LabelKind.Indicator, Of: 0 } || (line.Label is { Of: > 0, Number: > 0 } own && own.Of != criterion && numbered.Any(other => other.Criterion == own.Of && other.Indicator == own.Number));
        return isOther ? line with { Label = new(LabelKind.Dotted, indicator + 1, criterion, Followed) } : line;
    }

    // "C12" is CT2 where the next row can be no other.
    private TableLine WithAbbreviation(TableLine line) =>
        isAbbreviated && !isDotted && criterion > 0 && line.Label.Kind == LabelKind.None && !line.IsMerged && IsLikeAbbreviation(line.LabelText) && line.LabelText.Trim().EndsWith($"{indicator + 1}", StringComparison.Ordinal)
            ? line with { Label = new(LabelKind.Indicator, indicator + 1, 0, Misread) } : line;

    // Two or three signs for "CT", then the number.
    private static bool IsLikeAbbreviation(string label) => label.Length is >= 3 and <= 8 && "cgœ€(".Contains(char.ToLowerInvariant(label[0]), StringComparison.Ordinal) && char.IsAsciiDigit(label.TrimEnd('.', ' ')[^1]);

    // "8)" and "€)" among "a)" and "b)" are letters; a letter among dotted numbers is none.
    private TableLine WithLetter(TableLine line) =>
        isDotted && !isLettered && line.Label.Kind == LabelKind.Letter ? line with { Label = RowLabel.None }
        : isLettered && criterion > 0 && line.Label.Kind is (LabelKind.None or LabelKind.Plain) && line.LabelText.Trim() is [not (>= 'a' and <= 'h'), ')']
            ? line with { Label = new(LabelKind.Letter, indicator + 1, 0, Misread) } : line;

    // "Tiêu chí" without its number is the next one.
    private TableLine WithNumber(TableLine line) => line.Label.Kind == LabelKind.None && !isRoman && !isGrouped && IsCriterionWord(line.LabelText)
        ? line with { Label = new(LabelKind.Criterion, criterion + 1, 0, Misread) } : line;

    private static bool IsCriterionWord(string label) => Approximate.Distance(VietnameseText.Words(label).Replace(" ", "", StringComparison.Ordinal), "tieuchi") <= 1;

    // "L." and "H." are I. and II. where the next criterion is just that one; "1." is I. where its first indicator follows.
    private TableLine WithRoman(TableLine line, int at)
    {
        if (!isRoman || FirstOf(line.LabelText) is not { Length: > 0 } first) return line;
        if (line.Label.Kind is not (LabelKind.None or LabelKind.Letter or LabelKind.Roman or LabelKind.Plain) || line.Label is { Kind: LabelKind.Roman } && line.Label.Number == criterion + 1) return line;
        // A table of which the beginning was not found begins with III.
        if (numbered.Count == 0 && line.Label is { Kind: LabelKind.Roman, Certainty: >= 1 }) return line;
        var isBeforeFirst = at + 1 < lines.Count && lines[at + 1].Label is { Kind: LabelKind.Plain, Number: 1 };
        var misread = RomanNumeral.ReadMisread(first);

        // "Ì" between IV. and 2. is the 1.
        if (misread == 1 && criterion > 0 && indicator == 0 && at + 1 < lines.Count && lines[at + 1].Label is { Kind: LabelKind.Plain, Number: 2, Certainty: >= 1 }) return line with { Label = new(LabelKind.Plain, 1, 0, Followed) };
        if (line.Label.Kind == LabelKind.Plain && !isBeforeFirst) return line;
        if (misread == criterion + 1) return line with { Label = new(LabelKind.Roman, criterion + 1, 0, Followed) };
        return misread > 0 && isBeforeFirst ? line with { Label = new(LabelKind.Roman, criterion + 1, 0, Misread) } : line;
    }

    // "H" and "IH" with a plain 1 right below are II and III.
    private static bool BeginsRomanGroup(IReadOnlyList<TableLine> lines, int at) => at + 1 < lines.Count && IsOne(lines[at + 1])
        && (lines[at].Label is { Kind: LabelKind.Roman, Number: > 1 } || (lines[at].Label.Kind is LabelKind.None or LabelKind.Letter && RomanNumeral.ReadMisread(FirstOf(lines[at].LabelText)) > 1));

    private static bool IsOne(TableLine line) => line.Label is { Kind: LabelKind.Plain, Number: 1 };

    private static string FirstOf(string label) => label.Split(' ')[0];

    private void Take(TableLine line, int at)
    {
        var begins = line.Label.Kind != LabelKind.Overall && BeginsGroup(line);
        if (begins) BeginCriterion(line.Group!.Value);
        switch (line.Label.Kind)
        {
            case LabelKind.Overall:
                numbered.Add(new(0, null, line, 1));
                break;
            case LabelKind.Closing:
                Close(line);
                break;
            case LabelKind.Criterion:
            case LabelKind.Roman when romanIsCriterion:
            case LabelKind.Plain when plainIsCriterion && !isFlat:
                AddCriterion(line);
                break;
            case LabelKind.None when begins && isClosing:
                // Where a row below closes each criterion, the one beside the beginning of its tall cell is its first indicator.
                indicator = 1;
                numbered.Add(new(criterion, indicator, line, IsFollowedByNext(at) ? Followed : ByOrder));
                break;
            case LabelKind.None when begins:
                // Beside the beginning of its tall cell the criterion's own row has no number.
                numbered.Add(new(criterion, null, line, line.Group!.Value.Kind != LabelKind.None ? line.Group.Value.Certainty : IsFollowedAs(at, criterion) ? Followed : ByOrder));
                break;
            case LabelKind.None:
                TakeUnlabelled(line, at);
                break;
            default:
                AddIndicator(line);
                break;
        }
    }

    // The rest of a tall cell on the next page has its number again, or none.
    private bool BeginsGroup(TableLine line) =>
        line.Group is { } group && (group.Kind == LabelKind.None ? !line.MayContinue : group.Number != criterion || isClosed || criterion == 0);

    private void BeginCriterion(RowLabel group)
    {
        var expected = criterion + 1;

        // "II" again is a III that lost a stroke, "H." a misread II: both are the next one.
        var isMisread = group.Kind is LabelKind.None or LabelKind.Letter || group.Certainty < 1 || numbered.Any(other => other.Criterion == group.Number);
        criterion = isMisread ? expected : group.Number;
        (indicator, isClosed) = (0, false);
    }

    private void Close(TableLine line)
    {
        if (isClosed || criterion == 0) (criterion, indicator) = (criterion + 1, 0);
        var printed = line.Label.Number;
        if (printed != criterion && line.Label.Certainty >= 1 && !numbered.Any(other => other.Criterion == printed && other.Indicator is null))
        {
            // The rows above it since the last one closed are this criterion's.
            for (var at = numbered.Count - 1; at >= 0 && numbered[at].Criterion == criterion; at--) numbered[at] = numbered[at] with { Criterion = printed };
            criterion = printed;
        }

        // "Kết quả tiêu chí" without its number closes the one above it.
        numbered.Add(new(criterion, null, line, printed == criterion ? line.Label.Certainty : printed == 0 ? Followed : Misread));
        isClosed = true;
    }

    private void AddCriterion(TableLine line)
    {
        var (number, certainty) = Settle(line, line.Label.Number, criterion + 1);
        (criterion, indicator, isClosed) = (number, 0, false);
        numbered.Add(new(criterion, null, line, certainty));
    }

    private void AddIndicator(TableLine line)
    {
        if (OfOf(line.Label) is > 0 and var of && of != criterion && of <= criterion + 1 + (line.Label.Number == 0 ? 0 : MostLost)) (criterion, indicator, isClosed) = (of, 0, false);
        if (criterion == 0 || isClosed) (criterion, indicator, isClosed) = (criterion + 1, 0, false);

        // Indicators that begin again at 1 without a row for their criterion belong to the next one.
        if (line.Label is { Of: 0, Number: 1 } && indicator > 0 && isFlat) (criterion, indicator) = (criterion + 1, 0);
        var (number, certainty) = Settle(line, line.Label.Number, indicator + 1);
        indicator = number;
        numbered.Add(new(criterion, indicator, line, certainty));
    }

    // A number out of order that was not read surely is a misreading; a sure one is the document's own.
    private (int Number, double Certainty) Settle(TableLine line, int printed, int expected)
    {
        if (printed == expected) return (printed, line.Label.Certainty);
        var isFirst = numbered.Count == 0;
        if (isFirst && printed is > 0 and <= MostLost) return (printed, line.Label.Certainty);
        if (printed > expected + MostLost) return (expected, ByOrder);
        if (line.Label.Kind == LabelKind.Letter && printed > expected && TextSimilarity.LetterCost((char)('a' + printed - 1), (char)('a' + expected - 1)) < OtherLetter) return (expected, Misread);
        return line.Label.Certainty < 1 || IsTaken(line, printed) ? (expected, Misread) : (printed, Misread);
    }

    // "CT12.1" where criterion 1 or 2 stands is CT2.1, "CT23.1" in criterion 3 CT3.1: the foot of the T was read as a digit.
    private int OfOf(RowLabel label) => label.Of > criterion + 1 && label.Of > MostLost && (label.Of % 10 == criterion || label.Of % 10 == criterion + 1) ? label.Of % 10 : label.Of;

    private bool IsTaken(TableLine line, int printed) => line.Label.Kind == LabelKind.Criterion || romanIsCriterion && line.Label.Kind == LabelKind.Roman
        ? numbered.Any(other => other.Indicator is null && other.Criterion == printed)
        : numbered.Any(other => other.Criterion == criterion && other.Indicator == printed);

    private void TakeUnlabelled(TableLine line, int at)
    {
        if (numbered.Count > 0 && !BeginsRow(line, numbered[^1].Line))
        {
            numbered[^1] = numbered[^1] with { Line = RowJoin.Join(numbered[^1].Line, line) };
            return;
        }

        if (line.IsMerged || criterion == 0 || isClosed || (line.Summary.Length == 0 && IsFollowedAs(at, criterion + 1))) (criterion, indicator, isClosed) = (criterion + 1, 0, false);
        else indicator++;
        var isSettled = indicator == 0 ? IsFollowedAs(at, criterion) : IsBetween(at);
        numbered.Add(new(criterion, indicator == 0 ? null : indicator, line, isSettled ? Followed : ByOrder));
    }

    // The row between 2.1 and 2.3 is 2.2.
    private bool IsBetween(int at) => indicator > 1 && IsFollowedByNext(at);

    private bool IsFollowedByNext(int at) => at + 1 < lines.Count && lines[at + 1].Label is { Kind: LabelKind.Indicator or LabelKind.Dotted or LabelKind.Plain or LabelKind.Letter, Certainty: >= 1 } next
        && next.Number == indicator + 1 && (next.Of == criterion || (next.Of == 0 && !isDotted && (next.Kind != LabelKind.Plain || !plainIsCriterion)));

    // A criterion without a number that its first indicator follows can be no other than the next one; so it is where of "CT2.a" only the 2 shows.
    private bool IsFollowedAs(int at, int number) => at + 1 < lines.Count && lines[at + 1].Label is { Kind: LabelKind.Indicator or LabelKind.Dotted or LabelKind.Plain or LabelKind.Letter, Number: 0 or 1 } next
        && (OfOf(next) == number || (next is { Of: 0, Number: 1 } && (next.Kind != LabelKind.Plain || !plainIsCriterion)));

    private static bool BeginsRow(TableLine line, TableLine before)
    {
        // Where label and text stand in one cell, short ink without a label is the text's rest.
        if (line.HasLabelInk && !line.IsMerged) return !(line.MayContinue && before.LabelText == before.Text) || (!line.Result.IsBlank && !before.Result.IsBlank);
        if (line.IsMerged && !line.MayContinue) return true;
        return !line.Result.IsBlank && !before.Result.IsBlank && !IsRestWithHalfATick(line, before);
    }

    // The end of the page went through the tick too: both pieces have it in one column.
    private static bool IsRestWithHalfATick(TableLine line, TableLine before) =>
        line is { MayContinue: true, HasLabelInk: false } && line.Result.Result?.Value == before.Result.Result?.Value && (line.Text.Length == 0 || char.IsLower(line.Text[0]));
}
