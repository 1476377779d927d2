using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using LearningSociety.App.Intake;
using LearningSociety.App.Records;
using LearningSociety.App.Registers;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Tests.Web;

/// <summary>Intake and book in memory: takes PDFs by their first bytes, up to a size, from offices it knows.</summary>
public sealed class FakeDossiers(FakeRegisters registers) : IDossierIntake, IDossierBook
{
    public const int MaxFileBytes = 1 << 20;

    private readonly ConcurrentDictionary<string, DossierStatus> _dossiers = new();
    private readonly ConcurrentDictionary<(string, string), byte[]> _originals = new();
    private readonly ConcurrentDictionary<string, DossierReport> _reports = new();

    public ConcurrentBag<string> Submitted { get; } = [];

    public async Task<IntakeOutcome> OpenAsync(OpenDossier request, CancellationToken cancellationToken)
    {
        if (DossierId.TryCreate(request.Kind, request.Year, request.Office) is not { } id) return Refuse("invalid-year", 400, "Năm không hợp lệ.");
        if (await registers.FindAsync(request.Office, cancellationToken) is not { } office) return Refuse("unknown-office", 404, $"Chưa đăng ký đơn vị “{request.Office}”.");
        _dossiers.TryAdd(id.ToString(), new(id, office.Name, 1, DossierStage.Received, [], null, null, Now));
        return IntakeOutcome.Accepted(new(id, 1, null, null, Now));
    }

    public async Task<IntakeOutcome> AcceptAsync(DossierId dossier, string fileName, Stream content, CancellationToken cancellationToken)
    {
        if (!_dossiers.ContainsKey(dossier.ToString())) return Refuse("unknown-dossier", 404, "Chưa mở hồ sơ này.");
        if (fileName.Contains('/')) return Refuse("invalid-name", 400, $"Tên tệp “{fileName}” không dùng được.");
        using var buffer = new MemoryStream();
        await content.CopyToAsync(buffer, cancellationToken);
        if (buffer.Length == 0) return Refuse("empty-file", 400, $"Tệp “{fileName}” rỗng.");
        if (buffer.Length > MaxFileBytes) return Refuse("file-too-large", 413, $"Tệp “{fileName}” lớn hơn 1 MB.");
        Put(dossier, fileName, buffer.ToArray());
        return IntakeOutcome.Accepted(new(dossier, 1, fileName, Hash(buffer.ToArray()), Now));
    }

    public Task<IntakeOutcome> RemoveAsync(DossierId dossier, string fileName, CancellationToken cancellationToken) => Task.FromResult(
        _originals.TryRemove((dossier.ToString(), fileName), out _)
            ? IntakeOutcome.Accepted(new(dossier, 1, fileName, null, Now))
            : Refuse("unknown-file", 404, $"Hồ sơ không có tệp “{fileName}”."));

    public Task<IntakeOutcome> SubmitAsync(DossierId dossier, CancellationToken cancellationToken)
    {
        if (!_dossiers.ContainsKey(dossier.ToString())) return Task.FromResult(Refuse("nothing-to-submit", 409, "Hồ sơ chưa có tệp nào."));
        Submitted.Add(dossier.ToString());
        return Task.FromResult(IntakeOutcome.Accepted(new(dossier, 1, null, null, Now)));
    }

    public Task<IntakeOutcome> ReadAgainAsync(DossierId dossier, CancellationToken cancellationToken) => SubmitAsync(dossier, cancellationToken);

    public Task<DossierStatus?> StatusAsync(DossierId dossier, CancellationToken cancellationToken) => Task.FromResult(_dossiers.GetValueOrDefault(dossier.ToString()));

    public async IAsyncEnumerable<DossierStatus> ListAsync(string? office, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var status in _dossiers.Values.Where(status => office is null || status.Dossier.Office == office).OrderByDescending(status => status.ChangedAt)) yield return status;
    }

    public Task<DossierReport?> ReportAsync(DossierId dossier, int? revision, CancellationToken cancellationToken) =>
        Task.FromResult(_reports.GetValueOrDefault(dossier.ToString()) is { } report && (revision ?? report.Dossier.Revision) == report.Dossier.Revision ? report : null);

    public Task<Stream?> OpenOriginalAsync(DossierId dossier, string fileName, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(_originals.TryGetValue((dossier.ToString(), fileName), out var bytes) ? new MemoryStream(bytes) : null);

    /// <summary>Puts a dossier with its report on the shelf.</summary>
    public DossierId Shelve(DossierReport report, DossierStage stage = DossierStage.Reported)
    {
        var id = DossierId.TryParse(report.Dossier.Id)!;
        var reported = stage == DossierStage.Reported;
        _dossiers[id.ToString()] = new(
            id, report.Dossier.OfficeName, report.Dossier.Revision, stage, [], reported ? report.Dossier.Revision : null, reported ? report.Verdict : null, Now);
        if (reported) _reports[id.ToString()] = report;
        return id;
    }

    /// <summary>Puts a file into a dossier.</summary>
    public void Put(DossierId id, string name, byte[] bytes, string state = "received", int? pages = null, params string[] recognised)
    {
        _originals[(id.ToString(), name)] = bytes;
        _dossiers.AddOrUpdate(id.ToString(), _ => throw new InvalidOperationException("not opened"), (_, status) => status with
        {
            Files = status.Files.RemoveAll(file => file.Name == name).Add(new(name, bytes.Length, Hash(bytes), Now, pages, state, [.. recognised])),
        });
    }

    private static DateTimeOffset Now => new(2026, 1, 12, 8, 30, 0, TimeSpan.Zero);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static IntakeOutcome Refuse(string code, int status, string message) => IntakeOutcome.Refused(new(code, status, message));
}

/// <summary>Registers in memory.</summary>
public sealed class FakeRegisters : IOfficeRegister, IReaderRegister, IUnitBook
{
    private readonly ConcurrentDictionary<string, Office> _offices = new();
    private readonly ConcurrentDictionary<string, Reader> _readers = new();

    public UnitRegister Units { get; set; } = UnitRegister.Empty;

    public Task<UnitRegister> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(Units);

    public Task<DateTimeOffset> ChangedAtAsync(CancellationToken cancellationToken) => Task.FromResult(DateTimeOffset.UnixEpoch);

    public Task ReplaceAsync(UnitRegister units, CancellationToken cancellationToken)
    {
        Units = units;
        return Task.CompletedTask;
    }

    public Task<Office?> FindAsync(string slug, CancellationToken cancellationToken) => Task.FromResult(_offices.GetValueOrDefault(slug));

    public Task PutAsync(Office office, CancellationToken cancellationToken)
    {
        _offices[office.Slug] = office;
        return Task.CompletedTask;
    }

    public Task<string> StampAsync(CancellationToken cancellationToken) => Task.FromResult(string.Join(' ', _offices.Values.OrderBy(office => office.Slug, StringComparer.Ordinal)));

    public async Task PutAllAsync(ImmutableArray<Office> offices, CancellationToken cancellationToken)
    {
        foreach (var office in offices) await PutAsync(office, cancellationToken);
    }

    public Task PutAsync(Reader reader, CancellationToken cancellationToken)
    {
        _readers[reader.Address] = reader;
        return Task.CompletedTask;
    }

    async IAsyncEnumerable<Office> IOfficeRegister.ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var office in _offices.Values.OrderBy(office => office.Slug, StringComparer.Ordinal)) yield return office;
    }

    async IAsyncEnumerable<Reader> IReaderRegister.ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var reader in _readers.Values.OrderBy(reader => reader.Address, StringComparer.Ordinal)) yield return reader;
    }

    public Task<ImmutableArray<Reader>> ForAsync(string kind, string office, CancellationToken cancellationToken) =>
        Task.FromResult(_readers.Values.ToImmutableArray());
}
