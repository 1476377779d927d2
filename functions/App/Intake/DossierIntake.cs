using System.Collections.Immutable;
using LearningSociety.App.Records;
using LearningSociety.App.Registers;
using LearningSociety.App.Settings;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Findings;

namespace LearningSociety.App.Intake;

/// <summary>Takes dossiers and files in.</summary>
public sealed class DossierIntake(
    Catalogue catalogue, AppSettings settings, IOfficeRegister offices, DossierHeads heads, OriginalStore originals,
    ArrivalStore arrivals, RevisionStore revisions, WakeSignal wake, TimeProvider clock) : IDossierIntake
{
    private static readonly TimeSpan VietNam = TimeSpan.FromHours(7);

    /// <inheritdoc/>
    public async Task<IntakeOutcome> OpenAsync(OpenDossier request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (catalogue.Kind(request.Kind) is null)
            return Refuse("unknown-kind", 422, $"Không có loại hồ sơ \"{request.Kind}\" trong danh mục.");
        if (request.Year is < 2000 or > 2100)
            return Refuse("invalid-year", 422, $"Năm {request.Year} không hợp lệ; năm của hồ sơ phải từ 2000 đến 2100.");
        if (DossierId.TryCreate(request.Kind, request.Year, request.Office) is not { } dossier || await offices.FindAsync(request.Office, cancellationToken) is not { } office)
            return Refuse("unknown-office", 422, $"Đơn vị \"{request.Office}\" chưa được đăng ký; hãy liên hệ người quản trị.");
        var head = await heads.ChangeAsync(
            dossier,
            before => (before ?? new() { Dossier = dossier, OfficeName = office.Name }) with { OfficeName = office.Name, Province = office.Province, Received = request.Received ?? before?.Received },
            cancellationToken);
        return IntakeOutcome.Accepted(new(dossier, head!.Revision, null, null, clock.GetUtcNow()));
    }

    /// <inheritdoc/>
    public async Task<IntakeOutcome> AcceptAsync(DossierId dossier, string fileName, Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(content);
        if (await heads.FindAsync(dossier, cancellationToken) is null && await OpenAsync(new(dossier.Kind, dossier.Office, dossier.Year), cancellationToken) is { Problem: not null } refused)
            return refused;
        var (name, reason) = FileName.Clean(fileName);
        if (name is null)
            return Refuse("invalid-name", 422, reason);
        await using var file = await OriginalStore.ReceiveAsync(content, settings.Intake.MaxFileBytes, cancellationToken);
        if (file.Bytes == 0)
            return Refuse("empty-file", 422, $"Tệp \"{name}\" rỗng; hãy kiểm tra và nộp lại.");
        if (file.Bytes > settings.Intake.MaxFileBytes)
            return Refuse("file-too-large", 413, TooLarge(name));
        if (name == IncomingPath.FactsFile)
            return await AcceptNoteAsync(dossier, file, cancellationToken);

        var (current, revision) = await CurrentAsync(dossier, cancellationToken);
        if (current.FirstOrDefault(one => one.Name == name) is { } same && same.Sha256 == file.Sha256)
            return IntakeOutcome.Accepted(new(dossier, revision.Holding(same), name, same.Sha256, same.At));
        if (current.Length >= settings.Intake.MaxFiles && current.All(one => one.Name != name))
            return Refuse("too-many-files", 422, $"Hồ sơ đã có {current.Length} tệp, nhiều nhất được {settings.Intake.MaxFiles} tệp.");
        var at = clock.GetUtcNow();
        var path = await originals.StoreAsync(dossier, name, file, cancellationToken);
        return await RecordAsync(dossier, ArrivalKind.File, new(name, file.Sha256, file.Bytes, at, path), revision, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IntakeOutcome> RemoveAsync(DossierId dossier, string fileName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var name = FileName.Clean(fileName).Name;
        var (current, revision) = await CurrentAsync(dossier, cancellationToken);
        return current.FirstOrDefault(one => one.Name == name) is { } file
            ? await RecordAsync(dossier, ArrivalKind.Removal, file with { At = clock.GetUtcNow() }, revision, cancellationToken)
            : Refuse("unknown-file", 404, $"Hồ sơ không có tệp \"{name ?? "?"}\".");
    }

    /// <inheritdoc/>
    public async Task<IntakeOutcome> SubmitAsync(DossierId dossier, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var (current, revision) = await CurrentAsync(dossier, cancellationToken);
        if (current.Length == 0 && !revision.HasWaiting)
            return Refuse("nothing-to-submit", 409, "Hồ sơ chưa có tệp nào; hãy tải tệp lên trước khi nộp.");
        var at = clock.GetUtcNow();
        if (!revision.HasWaiting)
            return IntakeOutcome.Accepted(new(dossier, revision.Newest, null, null, at));
        await arrivals.AddAsync(dossier, at, ArrivalKind.Submission, null, cancellationToken);
        await wake.SendAsync(dossier, cancellationToken);
        return IntakeOutcome.Accepted(new(dossier, revision.Newest + 1, null, null, at));
    }

    /// <inheritdoc/>
    public async Task<IntakeOutcome> ReadAgainAsync(DossierId dossier, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var (current, revision) = await CurrentAsync(dossier, cancellationToken);
        if (current.Length == 0)
            return Refuse("nothing-to-read", 409, "Hồ sơ chưa có tệp nào để đọc lại.");
        var at = clock.GetUtcNow();
        await arrivals.AddAsync(dossier, at, ArrivalKind.Again, null, cancellationToken);
        await wake.SendAsync(dossier, cancellationToken);
        return IntakeOutcome.Accepted(new(dossier, revision.Newest + 1, null, null, at));
    }

    /// <summary>Takes in the news of a file that is not kept, so that the report can say what was wrong with it.</summary>
    public async Task<IntakeOutcome> AcceptFaultAsync(DossierId dossier, string name, long bytes, FindingCode fault, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var (current, revision) = await CurrentAsync(dossier, cancellationToken);
        return current.FirstOrDefault(one => one.Name == name) is { } same && same.Fault == fault && same.Bytes == bytes
            ? IntakeOutcome.Accepted(new(dossier, revision.Holding(same), name, null, same.At))
            : await RecordAsync(dossier, ArrivalKind.File, new(name, "", bytes, clock.GetUtcNow(), "", fault, reason), revision, cancellationToken);
    }

    /// <summary>Takes the news of a faulty file back, when a sound one came in its place and is no part of the dossier itself.</summary>
    public async Task WithdrawFaultAsync(DossierId dossier, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var (current, revision) = await CurrentAsync(dossier, cancellationToken);
        if (current.FirstOrDefault(one => one.Name == name) is { Fault: not null } faulty)
            await RecordAsync(dossier, ArrivalKind.Removal, faulty with { At = clock.GetUtcNow() }, revision, cancellationToken);
    }

    /// <summary>What to say of a file over the limit.</summary>
    public string TooLarge(string name) =>
        $"Tệp \"{name}\" lớn hơn mức cho phép {settings.Intake.MaxFileBytes / 1048576.0:0.#} MB; hãy quét lại ở độ phân giải thấp hơn hoặc chia nhỏ rồi nộp lại.";

    private async Task<IntakeOutcome> RecordAsync(DossierId dossier, ArrivalKind kind, ReceivedFile file, CurrentRevision revision, CancellationToken cancellationToken)
    {
        await arrivals.AddAsync(dossier, file.At, kind, file, cancellationToken);
        var today = DateOnly.FromDateTime(file.At.ToOffset(VietNam).Date);
        await heads.ChangeAsync(dossier, head => head is null ? null : head.At(revision.Newest + 1, DossierStage.Received) with { Received = head.Received ?? today }, cancellationToken);
        await wake.SendAsync(dossier, cancellationToken);
        return IntakeOutcome.Accepted(new(dossier, revision.Newest + 1, file.Name, file.Sha256.Length == 0 ? null : file.Sha256, file.At));
    }

    // Over the web only the form of a dossier.json is checked: an office does not set its own day of receipt.
    private async Task<IntakeOutcome> AcceptNoteAsync(DossierId dossier, IncomingFile file, CancellationToken cancellationToken)
    {
        var json = new byte[Math.Min(file.Bytes, 65536)];
        file.Content.Position = 0;
        await file.Content.ReadExactlyAsync(json, cancellationToken);
        var (note, reason) = DossierNote.Parse(json, dossier);
        var head = await heads.FindAsync(dossier, cancellationToken);
        return note is null
            ? Refuse("invalid-dossier-json", 422, reason)
            : IntakeOutcome.Accepted(new(dossier, head?.Revision ?? 1, IncomingPath.FactsFile, file.Sha256, clock.GetUtcNow()));
    }

    private async Task<(ImmutableArray<ReceivedFile> Files, CurrentRevision Revision)> CurrentAsync(DossierId dossier, CancellationToken cancellationToken)
    {
        var newest = await revisions.NewestAsync(dossier, cancellationToken);
        var before = newest == 0 ? [] : (await revisions.ReadAsync(dossier, newest, cancellationToken))!.Files;
        var waiting = (await arrivals.WaitingAsync(dossier, cancellationToken)).Where(arrival => arrival.Kind != ArrivalKind.Submission).ToImmutableArray();
        return (RevisionPlan.Files(before, waiting), new(newest, before, waiting.Length > 0));
    }

    private static IntakeOutcome Refuse(string code, int status, string message) => IntakeOutcome.Refused(new(code, status, message));

    private sealed record CurrentRevision(int Newest, ImmutableArray<ReceivedFile> Closed, bool HasWaiting)
    {
        public int Holding(ReceivedFile file) => Closed.Contains(file) ? Newest : Newest + 1;
    }
}
