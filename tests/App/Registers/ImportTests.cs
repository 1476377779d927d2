using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LearningSociety.App.Access;
using LearningSociety.App.Registers;
using LearningSociety.App.Registers.Imports;
using LearningSociety.App.Storage;
using LearningSociety.App.Tests.Statistics;
using LearningSociety.App.Tests.Web;
using LearningSociety.Domain.Places;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Registers;

public sealed class ImportTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private const string Units = "code,name,tier,parent,from,to,successors\n";
    private const string Offices = "office,name,unit\n";
    private const string Measures = "place,indicator,year,count,of,remove\n";
    private const string Receipts = "report,sender,year,received\n";
    private const string Recognitions = "office,place,level,decision,decided,expires\n";

    // The import, its file, and each fault as "row column: words of the sentence".
    [Theory]
    [InlineData("units", "", "0 : Tệp rỗng")]
    [InlineData("units", " \r\n", "0 : Tệp rỗng")]
    [InlineData("units", Units, "0 : không có dữ liệu")]
    [InlineData("units", "so,ho ten\n1,2\n", "1 so: Không có cột “so” trong mẫu|1 ho ten: Không có cột|1 code: Thiếu cột “code”|1 name: Thiếu cột|1 tier: Thiếu cột|1 parent: Thiếu cột")]
    [InlineData("units", "code,name,tier,parent,code\n31,Hải Phòng,tỉnh,,31\n", "1 code: hai lần")]
    [InlineData("units", Units + "31,\"Hải Phòng,tỉnh,,,,\n", "2 : Dấu ngoặc kép mở ở dòng 2")]
    [InlineData("units", Units + "31,Hải, Phòng,tỉnh,,,,00005\n", "2 : nhiều ô hơn số cột")]
    [InlineData("units", Units + "1,Hà Nội,tỉnh,,,,\n", "2 code: “01”")]
    [InlineData("units", Units + "01,Hà Nội,tỉnh,,,,\n4,Phường Ba Đình,xã,01,,,\n", "3 code: “00004”")]
    [InlineData("units", Units + "012,Hà Nội,tỉnh,,,,\n", "2 code: 3 chữ số")]
    [InlineData("units", Units + "1.23E+05,Hà Nội,tỉnh,,,,\n", "2 code: Excel đã đổi mã")]
    [InlineData("units", Units + "31.0,Hà Nội,tỉnh,,,,\n", "2 code: Excel đã đổi mã")]
    [InlineData("units", Units + "31,Hải Phòng,tỉnh,,45291,,\n", "2 from: số ngày của Excel (2023-12-31)")]
    [InlineData("units", Units + "31,Hải Phòng,tỉnh,,07/25/2025,,\n", "2 from: không phải một ngày")]
    [InlineData("units", Units + "31,Hải Phòng,tỉnh,,2025-02-30,,\n", "2 from: không phải một ngày")]
    [InlineData("units", Units + "31,Hải Phòng,tỉnh,,2025-07-01,2025-06-30,\n", "2 to: trước ngày đầu")]
    [InlineData("units", Units + "31,Hải Phòng,thành phố,,,,\n", "2 tier: không phải một cấp")]
    [InlineData("units", Units + "31,H?i Phòng,tỉnh,,,,\n", "2 name: vỡ chữ")]
    [InlineData("units", Units + "31,Háº£i PhÃ²ng,tỉnh,,,,\n", "2 name: vỡ chữ")]
    [InlineData("units", Units + "31,,tỉnh,,,,\n", "2 name: trống")]
    [InlineData("units", Units + "Mã 31,Hải Phòng,tỉnh,,,,\n", "2 code: không dùng được")]
    [InlineData("units", Units + "31,Hải Phòng,tỉnh,,,,\n31,Hải Phòng,tỉnh,,,,\n", "3 code: trùng với dòng 2")]
    [InlineData("units", Units + "\n31,Hải Phòng,tỉnh,,,,\n\n31,Hải Phòng,tỉnh,,,,\n", "5 code: trùng với dòng 3")]
    [InlineData("units", Units + "288,Huyện Một,huyện,289,,,\n289,Huyện Hai,huyện,288,,,\n", "2 parent: về chính nó|3 parent: về chính nó")]
    [InlineData("units", Units + "01,Hà Nội,tỉnh,,,,\n00004,Phường Ba Đình,xã,1,,,\n", "3 parent: Có “01”")]
    [InlineData("units", Units + "31,Hải Phòng,tỉnh,,,,\n00004,Phường A,xã,31,,30/06/2025,00005\n", "3 successors: không có đơn vị mang mã “00005”")]
    [InlineData("offices", Offices + "truong-b,Trường B,99999\n", "2 unit: Không có đơn vị hành chính")]
    [InlineData("offices", Offices + "truong-b,Trường B,12\n", "2 unit: có “00012” (Xã Nhỏ)")]
    [InlineData("offices", Offices + "truong-b,Trường B,10675\ntruong-b,Trường C,10675\n", "3 office: dòng 2")]
    [InlineData("offices", Offices + "Trường B,Trường B,10675\n", "2 office: không dùng được")]
    [InlineData("measures", Measures + "10675,khac,2025,1,2,\n", "2 indicator: Không có chỉ tiêu “khac”")]
    [InlineData("measures", Measures + "10678,family,2025,1,2,\n", "2 place: nơi ấy là “10675” (Phường Kinh Môn)")]
    [InlineData("measures", Measures + "10675,family,2025,3,2,\n", "2 count: lớn hơn tổng số")]
    [InlineData("measures", Measures + "10675,family,2025,\"1.234\",2000,\n", "2 count: không phải số đếm")]
    [InlineData("measures", Measures + "10675,family,2025,1,2000000000,\n", "2 of: không phải số đếm")]
    [InlineData("measures", Measures + "10675,family,2025,-1,2000,\n", "2 count: không phải số đếm")]
    [InlineData("measures", Measures + "10675,family,2025,1,2,\n31,family,2024,1,2,\n", "3 year: hai năm: 2025 (dòng 2) và 2024")]
    [InlineData("measures", Measures + "10675,family,2025,1,2,\n10675,family,2025,1,2,\n", "3 indicator: dòng 2")]
    [InlineData("measures", Measures + "10675,family,2025,,,\n", "2 count: ít nhất một số")]
    [InlineData("measures", Measures + "10675,family,2025,1,2,x\n", "2 remove: đánh dấu bỏ")]
    [InlineData("measures", Measures + "10675,family,2027,1,2,\n", "2 year: chưa đến")]
    [InlineData("measures", Measures + "10675,family,25,1,2,\n", "2 year: không phải một năm")]
    [InlineData("receipts", Receipts + "commune-report,10678,2025,2026-02-10\n", "2 sender: nơi ấy là “10675”")]
    [InlineData("receipts", Receipts + "commune-report,31,2025,2026-02-10\n", "2 sender: do xã nộp")]
    [InlineData("receipts", Receipts + "commune-report,10675,2025,\n", "2 received: trống")]
    [InlineData("receipts", Receipts + "commune-report,10675,2025,2026-12-10\n", "2 received: chưa đến")]
    [InlineData("receipts", Receipts + "commune-report,10675,2025,46063\n", "2 received: số ngày của Excel (2026-02-10)")]
    [InlineData("receipts", Receipts + "unit-dossier,truong-a,2025,2026-02-10\n", "2 report: được tính từ hồ sơ")]
    [InlineData("receipts", Receipts + "khac,truong-a,2025,2026-02-10\n", "2 report: Không có báo cáo “khac”")]
    [InlineData("receipts", Receipts + "project-office,truong-z,2025,2025-11-10\n", "2 sender: Chưa đăng ký")]
    [InlineData("receipts", Receipts + "project-review,288,2024,2025-11-10\n", "2 year: chỉ có cho năm 2025, 2030")]
    [InlineData("receipts", Receipts + "project-office,truong-a,2025,2025-11-10\nproject-office,truong-a,2025,2025-11-11\n", "3 sender: dòng 2")]
    [InlineData("recognitions", Recognitions + "truong-z,,1,12/QĐ-UBND,2026-02-10,\n", "2 office: Chưa đăng ký")]
    [InlineData("recognitions", Recognitions + "truong-a,10675,1,12/QĐ-UBND,2026-02-10,\n", "2 office: đúng một trong hai")]
    [InlineData("recognitions", Recognitions + ",,1,12/QĐ-UBND,2026-02-10,\n", "2 office: đúng một trong hai")]
    [InlineData("recognitions", Recognitions + "truong-a,,3,12/QĐ-UBND,2026-02-10,\n", "2 level: không phải một mức độ")]
    [InlineData("recognitions", Recognitions + "truong-a,,1,,2026-02-10,\n", "2 decision: Thiếu số quyết định")]
    [InlineData("recognitions", Recognitions + "truong-a,,1,12/QĐ-UBND,2026-12-10,\n", "2 decided: đến hôm nay")]
    [InlineData("recognitions", Recognitions + "truong-a,,1,12/QĐ-UBND,2026-02-10,2026-02-09\n", "2 expires: không sau ngày quyết định")]
    [InlineData("recognitions", Recognitions + "truong-a,,1,12/QĐ-UBND,2026-02-10,\ntruong-a,,2,12/QĐ-UBND,10/02/2026,\n", "3 decision: dòng 2")]
    public async Task A_file_that_does_not_fit_is_refused_by_row_and_column(string import, string csv, string faults)
    {
        var stack = new ImportStack(azurite);
        var before = await KeptAsync(stack);

        var outcome = await stack.RunAsync(import, csv);

        var told = outcome.Faults.Select(fault => $"{fault.Row} {fault.Column}: {fault.Message}").ToArray();
        var expected = faults.Split('|');
        Assert.True(
            expected.Length == told.Length && expected.Zip(told).All(pair => pair.Second.StartsWith(pair.First[..(pair.First.IndexOf(':', StringComparison.Ordinal) + 1)], StringComparison.Ordinal)
                && pair.Second.Contains(pair.First[(pair.First.IndexOf(':', StringComparison.Ordinal) + 2)..], StringComparison.Ordinal)),
            string.Join('\n', told));
        Assert.All(outcome.Faults, fault => Assert.EndsWith(".", fault.Message, StringComparison.Ordinal));
        Assert.Equal(before, await KeptAsync(stack));
    }

    public static TheoryData<string, byte[], string> WrongBytes => new()
    {
        { "UTF-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Units + "31,Hải Phòng,tỉnh,,,,\n")).ToArray(), "0: UTF-16" },
        { "UTF-16, the other way round", Encoding.BigEndianUnicode.GetPreamble().Concat(Encoding.BigEndianUnicode.GetBytes(Units)).ToArray(), "0: UTF-16" },
        { "UTF-16 without a mark", Encoding.Unicode.GetBytes(Units), "0: UTF-16" },
        // "Hải Phòng" in Windows-1258: letters with combining tones.
        { "Windows-1258", [.. Encoding.ASCII.GetBytes(Units), .. Encoding.ASCII.GetBytes("01,Ha Noi,tinh,,,,\n31,H"), 0x61, 0xD2, 0x69, .. Encoding.ASCII.GetBytes(" Ph"), 0xF2, .. Encoding.ASCII.GetBytes("ng,tinh,,,,\n")], "3: ô thứ 2" },
        { "cut in the middle of a letter", [.. Encoding.ASCII.GetBytes(Units), .. Encoding.ASCII.GetBytes("31,H"), 0xE1, 0xBA], "2: UTF-8" },
        { "a workbook", [0x50, 0x4B, 3, 4, 20, 0, 6, 0], "0: tệp Excel" },
        { "an old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "0: tệp Excel" },
        { "TCVN3", Encoding.UTF8.GetBytes(Units + string.Concat(Enumerable.Range(10, 12).Select(n => $"{n},H¶i Phßng tØnh nµy,tinh,,,,\n"))), "0: TCVN3" },
        { "too many cells", Encoding.UTF8.GetBytes(Units + new string(',', 300)), "2: hơn 200 ô" },
        { "a line of commas without an end", Encoding.UTF8.GetBytes(new string(',', 1 << 20)), "1: hơn 200 ô" },
        { "too many rows", Encoding.UTF8.GetBytes(Units + string.Concat(Enumerable.Repeat("31,Hải Phòng,tỉnh,,,,\n", 60_001))), "0: quá nhiều dòng" },
    };

    [Theory]
    [MemberData(nameof(WrongBytes))]
    public async Task A_file_in_another_encoding_is_refused_with_what_to_do(string what, byte[] file, string fault)
    {
        Assert.NotEmpty(what);
        var told = Assert.Single((await new ImportStack(azurite).RunAsync("units", file)).Faults);
        Assert.StartsWith(fault[..fault.IndexOf(':', StringComparison.Ordinal)], $"{told.Row}", StringComparison.Ordinal);
        Assert.Contains(fault[(fault.IndexOf(':', StringComparison.Ordinal) + 2)..], told.Message, StringComparison.Ordinal);
    }

    // A column filled down by a slip of the hand: every row is told, and nobody waits for it.
    [Fact]
    public async Task Many_faults_are_told_quickly_and_the_first_of_them_one_by_one()
    {
        var stack = new ImportStack(azurite);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var filled = await stack.RunAsync("units", Units + string.Concat(Enumerable.Range(0, 50_000).Select(_ => "31,Hải Phòng,tỉnh,31,,,\n")));
        var zeros = await stack.RunAsync("measures", Measures + string.Concat(Enumerable.Range(0, 100_000).Select(_ => "12,family,2025,1,2,\n")));
        Assert.Equal((49_999, ImportOutcome.MostFaults), (filled.FaultCount, filled.Faults.Length));
        Assert.Equal((100_000, ImportOutcome.MostFaults), (zeros.FaultCount, zeros.Faults.Length));
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task Whatever_the_bytes_an_import_says_what_is_wrong()
    {
        var stack = new ImportStack(azurite);
        var dice = new Random(7);
        for (var n = 0; n < 400; n++)
        {
            var file = Encoding.UTF8.GetBytes(Units + "31,Hải Phòng,tỉnh,,,,\n00012,Xã Nhỏ,xã,31,2025-07-01,,\n");
            for (var slips = dice.Next(1, 6); slips > 0; slips--) file[dice.Next(file.Length)] = (byte)dice.Next(256);
            var cut = file[..dice.Next(file.Length)];
            foreach (var import in stack.Imports.All.Keys)
            {
                var outcome = await stack.RunAsync(import, cut, checkOnly: true);
                Assert.True(outcome.IsTaken || outcome.Faults.Length > 0);
            }
        }
    }

    // The same units as spreadsheets write them.
    [Theory]
    [InlineData("code,name,tier,parent,from,to,successors\r\n31,Hải Phòng,province,,,,\r\n00004,\"Xã A, B\",commune,31,,2025-06-30,00005 00006\r\n00005,Xã C,commune,31,2025-07-01,,\r\n00006,Xã D,commune,31,2025-07-01,,\r\n")]
    [InlineData("\uFEFFMã;Tên;Cấp;Mã cấp trên;Từ ngày;Đến ngày;Thành\n31;Hải Phòng;Tỉnh;;;;\n00004;Xã A, B;Xã;31;;30/6/2025;00005,00006\n00005;Xã C;Xã;31;1/7/2025;;\n00006;Xã D;Xã;31;01/07/2025;;")]
    [InlineData("name\tcode\tTIER\tparent\tto\tfrom\tsuccessors\nHải Phòng\t31\ttinh\t\t\t\t\n\nXa\u0303 A, B\t00004\txã\t31\t2025-06-30\t\t00005|00006\nXã C\t00005\txã\t31\t\t2025-07-01\t\nXã D\t00006\txã\t31\t\t2025-07-01\t\n")]
    public async Task Units_are_imported_as_spreadsheets_write_them(string csv)
    {
        var stack = new ImportStack(azurite);
        var outcome = await stack.RunAsync("units", csv);

        Assert.Equal((4, 3, 1, 5, 0), (outcome.Rows, outcome.Added, outcome.Changed, outcome.Removed, outcome.FaultCount));
        Assert.Equal("Xã A, B", stack.Registers.Units.Find("00004", ImportStack.Last)!.Name);
        Assert.Equal("00004", Assert.Single(stack.Registers.Units.OriginsOf(stack.Registers.Units.Find("00005", ImportStack.First)!)).Code);
        Assert.Equal("00005", stack.Registers.Units.PathOf("00004", UnitRegister.DayOf(2025))!.Commune);
        Assert.Contains(outcome.Notes, note => note.Contains("truong-a", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_check_changes_nothing()
    {
        var stack = new ImportStack(azurite);
        var before = await KeptAsync(stack);
        Assert.True((await stack.RunAsync("units", Units + "31,Hải Phòng,tỉnh,,,,\n", checkOnly: true)).IsTaken);
        Assert.True((await stack.RunAsync("offices", Offices + "truong-b,Trường B,10675\n", checkOnly: true)).IsTaken);
        Assert.Equal(before, await KeptAsync(stack));
    }

    [Fact]
    public async Task Offices_of_a_file_are_added_or_renamed_and_the_others_stay()
    {
        var stack = new ImportStack(azurite);
        var outcome = await stack.RunAsync("offices", Offices + "truong-a,Trường A mới,00012\ntruong-b,Trường B,00012\ntruong-c,Trường C,\n");
        Assert.Equal((3, 2, 1, 2), (outcome.Rows, outcome.Added, outcome.Changed, outcome.Notes.Length));
        Assert.Equal("Trường A mới", (await stack.Offices.FindAsync("truong-a", None))!.Name);
        Assert.Equal((0, 0), await stack.RunAsync("offices", Offices + "truong-b,Trường B,00012\n") is var again ? (again.Added, again.Changed) : default);
    }

    [Fact]
    public async Task An_import_of_offices_that_was_broken_off_is_carried_to_its_end()
    {
        var places = new StoragePlaces(new(azurite.ConnectionString), new(azurite.ConnectionString));
        var (blobs, mark) = (new JsonBlobs(places), $"m{Guid.NewGuid():n}"[..12]);
        await blobs.WriteAsync(Containers.Registers, "offices-coming.json", Enumerable.Range(0, 150).Select(n => new Office($"{mark}-{n}", $"Trường {n}", "", "10675")), None);
        var register = new OfficeRegister(places, blobs);
        await register.FinishAsync(None);
        Assert.Equal("Trường 149", (await register.FindAsync($"{mark}-149", None))!.Name);
        Assert.False(await blobs.ExistsAsync(Containers.Registers, "offices-coming.json", None));

        await register.PutAllAsync([.. Enumerable.Range(0, 250).Select(n => new Office($"{mark}-{n}", $"Trường mới {n}"))], None);
        Assert.Equal("Trường mới 249", (await register.FindAsync($"{mark}-249", None))!.Name);
    }

    [Fact]
    public async Task Figures_stand_in_place_of_earlier_ones_until_they_are_taken_away()
    {
        var stack = new ImportStack(azurite);
        const int Year = 2013;
        await stack.RunAsync("measures", Measures + "00012,family,2013,10,20,\n00012,clan,2013,,5,\n");
        var second = await stack.RunAsync("measures", Measures + "00012,Gia đình được công nhận “Gia đình học tập”,2013,12,20,\n00012,clan,2013,,,x\n31,unit,2013,1,2,\n");
        Assert.Equal((1, 1, 1), (second.Added, second.Changed, second.Removed));
        Assert.Equal(["00012 family 12/20", "31 unit 1/2"], (await stack.Measures.ReadAsync(Year, None)).Shown.All.Select(row => $"{row.Place} {row.Indicator} {row.Count}/{row.Of}"));
    }

    [Fact]
    public async Task Two_imports_at_once_both_count()
    {
        var one = new ImportStack(azurite);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => new ImportStack(azurite).RunAsync("measures", Measures + $"00012,{StatisticsStack.Catalogue.Indicators[n].Id},2012,1,2,\n")));
        Assert.Equal(8, (await one.Measures.ReadAsync(2012, None)).Shown.All.Length);
    }

    [Fact]
    public async Task Recognitions_are_kept_with_their_decision()
    {
        var (stack, mark) = (new ImportStack(azurite), $"{Guid.NewGuid():n}"[..8]);
        var outcome = await stack.RunAsync("recognitions", Recognitions + $"truong-a,,Mức độ 1,{mark}/QĐ-UBND,10/02/2025,\n,10675,2,{mark}/QĐ-UBND,2026-02-10,2028-12-31\n");
        Assert.Equal((2, 0), (outcome.Added, outcome.FaultCount));
        Assert.Equal(
            ["truong-a Level1 2025-02-10 ", "10675 Level2 2026-02-10 2028-12-31"],
            (await stack.Recognitions.ReadAsync(None)).Shown.All.Where(row => row.Decision.StartsWith(mark, StringComparison.Ordinal)).Select(row => $"{row.Subject} {row.Level} {row.Decided:yyyy-MM-dd} {row.Expires:yyyy-MM-dd}"));
    }

    [Fact]
    public async Task An_administrator_imports_over_HTTP_and_reads_what_was_refused()
    {
        await using var host = await WebHost.StartAsync(azurite.ConnectionString);
        using var admin = await host.WithKeyAsync(Role.Administrator);

        using var wrong = new StringContent(Units + "1,Hà Nội,tỉnh,,45291,,\n");
        var refused = await admin.PutAsync("api/manage/imports/units", wrong, None);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(None);
        Assert.Equal((HttpStatusCode.BadRequest, "import-refused", 2), (refused.StatusCode, problem.GetProperty("code").GetString(), problem.GetProperty("faultCount").GetInt32()));
        Assert.Equal(["2 code", "2 from"], problem.GetProperty("faults").EnumerateArray().Select(fault => $"{fault.GetProperty("row")} {fault.GetProperty("column")}"));

        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(Units + "01,Hà Nội,tỉnh,,,,\n")), "file", "danh-muc.csv" } };
        var taken = await (await admin.PostAsync("api/manage/imports/units", form, None)).Content.ReadFromJsonAsync<JsonElement>(None);
        Assert.Equal((1, true), (taken.GetProperty("added").GetInt32(), host.Registers.Units.Knows("01")));

        Assert.Equal(HttpStatusCode.NotFound, (await admin.PutAsync("api/manage/imports/khac", null, None)).StatusCode);
        using var reviewer = await host.WithKeyAsync(Role.Province);
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.PutAsync("api/manage/imports/units", null, None)).StatusCode);
    }

    [Fact]
    public async Task Units_survive_as_they_were_imported()
    {
        var blobs = new JsonBlobs(new(new(azurite.ConnectionString), new(azurite.ConnectionString)));
        var stack = new ImportStack(azurite);
        var (one, other) = (new UnitBook(blobs, new MovableClock()), new UnitBook(blobs, new MovableClock()));
        await one.ReplaceAsync(stack.Registers.Units, None);
        Assert.Equal(stack.Registers.Units.Stamp, (await other.ReadAsync(None)).Stamp);
        Assert.True(await other.ChangedAtAsync(None) > DateTimeOffset.UnixEpoch);
    }

    private static async Task<string> KeptAsync(ImportStack stack) =>
        $"{stack.Registers.Units.Stamp} {string.Join(',', await stack.Offices.ListAsync(None).Select(office => office.ToString()).ToListAsync(None))}";
}
