using LearningSociety.App.Api;
using LearningSociety.App.Web.Answers;
using LearningSociety.Domain.Dossiers;
using Microsoft.AspNetCore.Http;

namespace LearningSociety.App.Web.Pages;

/// <summary>What came of a form with files.</summary>
/// <param name="Dossier">The dossier the files went to; null when it never came to that.</param>
/// <param name="Files">What became of each file.</param>
/// <param name="Fields">The fields of the form, except files.</param>
/// <param name="Problem">Why the form as a whole was refused; null when it was taken.</param>
public sealed record StreamedForm(DossierId? Dossier, IReadOnlyList<FileOutcome> Files, IReadOnlyDictionary<string, string> Fields, Problem? Problem);

/// <summary>Takes a form with files as it arrives: the token first, then the fields that say which dossier, then each file straight to the intake.</summary>
public sealed class StreamedHandIn(FormTokens tokens, HandIn handIn)
{
    /// <summary>Takes the form; <paramref name="open"/> is called once, before the first file, with the fields that came before it.</summary>
    public async Task<StreamedForm> TakeAsync(HttpRequest request, Func<IReadOnlyDictionary<string, string>, Task<(DossierId? Id, Problem? Problem)>> open)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(open);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var outcomes = new List<FileOutcome>();
        DossierId? dossier = null;
        StreamedForm Refused(Problem problem) => new(dossier, outcomes, fields, problem);

        if (!UploadedFiles.IsForm(request)) return Refused(FormTokens.Refusal);
        var stop = request.HttpContext.RequestAborted;
        var trusted = false;
        try
        {
            await foreach (var part in UploadedFiles.ReadAsync(request, stop))
            {
                if (part.Text is not null)
                {
                    fields[part.Field] = part.Text;
                    continue;
                }

                if (!trusted && !(trusted = await tokens.HoldsAsync(request, fields.GetValueOrDefault(Access.AccessServices.FormTokenField))))
                    return Refused(FormTokens.Refusal);
                if (dossier is null)
                {
                    var (id, problem) = await open(fields);
                    if (problem is not null) return Refused(problem);
                    dossier = id;
                }

                outcomes.Add(await handIn.AcceptAsync(dossier!, part.FileName!, part.Content!, stop));
            }
        }
        catch (InvalidDataException)
        {
            return Refused(Problem.Invalid("broken-form", "Dữ liệu gửi lên bị cắt giữa chừng. Kiểm tra kết nối mạng rồi gửi lại."));
        }

        if (!trusted && !await tokens.HoldsAsync(request, fields.GetValueOrDefault(Access.AccessServices.FormTokenField))) return Refused(FormTokens.Refusal);
        return outcomes.Count == 0 ? Refused(Problem.Invalid("no-file", "Chưa chọn tệp nào. Chọn ít nhất một tệp PDF rồi gửi lại.")) : new(dossier, outcomes, fields, null);
    }
}
