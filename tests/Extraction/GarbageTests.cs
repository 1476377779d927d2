using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests;

/// <summary>Pages that hold anything at all: reading ends, every page is accounted for, nothing is claimed to be sure.</summary>
public sealed class GarbageTests
{
    private static readonly string[] Scraps =
    [
        "Số:", "Số", "/TTr", "ngày", "tháng", "năm", "2025", "99999999999999999999", "Tiêu", "chí", "Chỉ", "tiêu", "1", "1.1", "999.999", "I", "TỔNG", "HỢP", "x", "%", "100%", "Mẫu", "18", "BÁO", "CÁO",
        "TỜ", "TRÌNH", "Mức", "độ", "2", "Không", "đạt", "“", "(", ")", "…", "\u0301", "\ud83d\ude00", "Nơi", "nhận:", "KT.", "HIỆU", "TRƯỞNG", "Tốt", "Khá", "gồm", "thành", "viên", "Hội", "đồng", "CỘNG", "HÒA", "XÃ", "HỘI",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Any_page_can_be_read(int seed)
    {
        var random = new Random(seed);
        string[] kinds = ["unit-request", "unit-council", "district-community", "province-grading", "target-plan", "no-such-kind"];
        for (var round = 0; round < 8; round++)
        {
            var pages = Enumerable.Range(1, random.Next(1, 5)).Select(number => Page(random, number)).ToImmutableArray();
            var file = new FileInput("a.pdf", pages.Length, new("0", "dossier", "test", true, pages), [], []);
            var reading = DossierExtraction.Read(UnitForms.Catalogue, UnitForms.Dossier(kinds[seed - 1]), [file]);
            Assert.Equal(
                pages.Select(page => page.Number),
                reading.Forms.SelectMany(form => form.Pages).Concat(reading.Files[0].Problems.Where(problem => problem.Code != Domain.Findings.FindingCode.SecretDocument).Select(problem => problem.Page!.Value)).Order());
        }
    }

    // Labels, results, ticks and lines of text in rows of heights by chance: some run into one another, some lack what the others have.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Rows_at_any_height_can_be_read(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var heights = new List<double> { 0.2 };
            while (heights.Count < 4 + (round % 9)) heights.Add(heights[^1] + 0.01 + (0.04 * random.NextDouble()));
            double Near(int row) => heights[row] + (0.012 * (random.NextDouble() - 0.5));
            var words = new List<LayoutWord>();
            var marks = new List<LayoutMark>();
            void Put(string text, double left, double top) => words.AddRange(text.Split(' ').Select((word, at) => new LayoutWord(word, new(0.95), new(left + (0.05 * at), top, left + (0.05 * at) + 0.04, top + 0.012))));
            for (var row = 0; row < heights.Count; row++)
            {
                if (random.Next(6) > 0) Put($"{row + 1}.", 0.12, heights[row]);
                for (var line = 0; line < random.Next(0, 4); line++) Put(random.Next(2) == 0 ? "Kế hoạch học tập" : "của cơ quan", 0.25, Near(row) + (0.015 * line));
                if (round % 2 == 0 && random.Next(6) > 0) Put("Mức độ 2", 0.75, Near(row));
                if (round % 2 == 1 && random.Next(6) > 0) marks.Add(new(true, new(0.95), new(0.8 + (0.1 * random.Next(2)), heights[row], 0.82, Near(row) + 0.02)));
            }

            var page = new PageLayout(1, 595, 842, 0, [.. words], [], random.Next(3) == 0 ? [Table(random)] : [], [.. marks], []);
            var reading = DossierExtraction.Read(UnitForms.Catalogue, UnitForms.Dossier("unit-request"), [new("a.pdf", 1, new("0", "dossier", "test", true, [page]), [], [])]);
            Assert.Equal(1, reading.Forms.SelectMany(form => form.Pages).Concat(reading.Files[0].Problems.Select(problem => problem.Page!.Value)).Distinct().Single());
        }
    }

    private static PageLayout Page(Random random, int number) => new(
        number, 595, 842, 0,
        [.. Enumerable.Range(0, random.Next(0, 120)).Select(_ => new LayoutWord(Scrap(random), new(random.NextDouble()), Box(random)))], [],
        [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => Table(random))],
        [new(random.Next(2) == 0, new(0.5), Box(random))],
        random.Next(3) == 0 ? [new(LayoutInkKind.Seal, new(0.5), Box(random))] : [],
        random.Next(8) == 0 ? "mờ" : null);

    private static LayoutTable Table(Random random)
    {
        var (rows, columns) = (random.Next(0, 8), random.Next(0, 10));
        var cells = from row in Enumerable.Range(0, rows)
                    from column in Enumerable.Range(0, columns)
                    where random.Next(5) > 0
                    select new LayoutCell(row, column, random.Next(1, 3), random.Next(1, 3), string.Join(' ', Enumerable.Range(0, random.Next(0, 4)).Select(_ => Scrap(random))), new(random.NextDouble()), Box(random));
        return new(rows, columns, random.Next(4) == 0 ? new(0.5, 0.5, 0.5, 0.5) : Box(random), [.. cells]);
    }

    private static string Scrap(Random random) => Scraps[random.Next(Scraps.Length)];

    private static PageBox Box(Random random) => new(random.NextDouble(), random.NextDouble(), random.NextDouble(), random.NextDouble());
}
