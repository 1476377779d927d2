using System.Net.Mail;
using LearningSociety.App.Access;
using LearningSociety.App.Registers;
using LearningSociety.App.Web.Answers;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Dossiers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Api;

/// <summary>The registers of offices and of readers of reports, kept by administrators.</summary>
public sealed class RegisterFunctions(IOfficeRegister offices, IReaderRegister readers, IUnitBook units, Catalogue catalogue)
{
    private const int LongestName = 200;

    /// <summary>Registers an office or renames it: {"name", "province"?, "unit"?}. What is left out stays as it was.</summary>
    [Function("PutOffice"), AllowRoles(Role.Administrator)]
    public async Task<IActionResult> PutOfficeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/manage/offices/{slug}")] HttpRequest request)
    {
        var stop = request.HttpContext.RequestAborted;
        var slug = request.RouteValues["slug"] as string;
        if (!DossierId.IsSlug(slug))
            return Answer.Problem(Problem.Invalid("invalid-slug", "Mã đơn vị chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, tối đa 60 ký tự, ví dụ “truong-thcs-an-phu”."));
        var (asked, fault) = await JsonBody.ReadAsync<OfficeRequest>(request, stop);
        if (asked is null) return Answer.Problem(fault!);
        if (!IsName(asked.Name)) return Answer.Problem(InvalidName);
        if (asked.Province is { Length: > 0 } && !DossierId.IsSlug(asked.Province))
            return Answer.Problem(Problem.Invalid("invalid-province", "Mã tỉnh chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ “hai-duong”."));
        if (asked.Unit is { Length: > 0 } && !DossierId.IsSlug(asked.Unit))
            return Answer.Problem(Problem.Invalid("invalid-unit", "Mã đơn vị hành chính chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ “10675”."));
        if (asked.Unit is { Length: > 0 } unit && await units.ReadAsync(stop) is { Units.Length: > 0 } known && !known.Knows(unit))
            return Answer.Problem(Problem.Invalid("unknown-unit", $"Không có đơn vị hành chính mang mã “{unit}” trong danh mục. Kiểm tra lại mã hoặc nhập danh mục mới."));
        var before = await offices.FindAsync(slug!, stop);
        var office = new Office(slug!, asked.Name!.Trim(), asked.Province ?? before?.Province ?? "", asked.Unit ?? before?.Unit ?? "");
        await offices.PutAsync(office, stop);
        return Answer.Data(office);
    }

    /// <summary>All offices.</summary>
    [Function("ListOffices"), AllowRoles(Role.Administrator)]
    public async Task<IActionResult> ListOfficesAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/manage/offices")] HttpRequest request)
    {
        var list = new List<Office>();
        await foreach (var office in offices.ListAsync(request.HttpContext.RequestAborted)) list.Add(office);
        return Answer.Data(new { offices = list });
    }

    /// <summary>Registers a reader of reports: {"address", "name", "kind"?, "place"?}.</summary>
    [Function("PutReader"), AllowRoles(Role.Administrator)]
    public async Task<IActionResult> PutReaderAsync([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/manage/readers")] HttpRequest request)
    {
        var stop = request.HttpContext.RequestAborted;
        var (asked, fault) = await JsonBody.ReadAsync<ReaderRequest>(request, stop);
        if (asked is null) return Answer.Problem(fault!);
        if (!MailAddress.TryCreate(asked.Address, out var address) || address.Address != asked.Address)
            return Answer.Problem(Problem.Invalid("invalid-address", $"“{asked.Address}” không phải địa chỉ thư điện tử. Ghi dạng ten@co-quan.gov.vn."));
        if (!IsName(asked.Name)) return Answer.Problem(InvalidName);
        var (kind, place) = (asked.Kind ?? "*", asked.Place ?? "*");
        if (kind != "*" && catalogue.Kind(kind) is null)
            return Answer.Problem(Problem.Invalid("unknown-kind", $"Không có loại hồ sơ “{kind}”. Dùng “*” cho mọi loại, hoặc một trong: {string.Join(", ", catalogue.Kinds.Select(known => known.Id))}."));
        if (!IsPlace(place))
            return Answer.Problem(Problem.Invalid("invalid-place", "Nơi nhận báo cáo phải là mã đơn vị, phần đầu của mã kết thúc bằng “*”, hoặc “*” cho mọi đơn vị."));
        var reader = new Reader(asked.Address, asked.Name!.Trim(), kind, place);
        await readers.PutAsync(reader, stop);
        return Answer.Data(reader);
    }

    /// <summary>All readers of reports.</summary>
    [Function("ListReaders"), AllowRoles(Role.Administrator)]
    public async Task<IActionResult> ListReadersAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/manage/readers")] HttpRequest request)
    {
        var list = new List<Reader>();
        await foreach (var reader in readers.ListAsync(request.HttpContext.RequestAborted)) list.Add(reader);
        return Answer.Data(new { readers = list });
    }

    private static Problem InvalidName { get; } =
        Problem.Invalid("invalid-name", "Tên không được để trống, không chứa ký tự điều khiển và dài tối đa 200 ký tự.");

    // A control character in a name would reach the head of a mail.
    private static bool IsName(string? name) => !string.IsNullOrWhiteSpace(name) && name.Length <= LongestName && !name.Any(char.IsControl);

    private static bool IsPlace(string place) =>
        place == "*" || DossierId.IsSlug(place) || (place.EndsWith('*') && DossierId.IsSlug(place[..^1].TrimEnd('-')));

    private sealed record OfficeRequest(string? Name, string? Province, string? Unit);

    private sealed record ReaderRequest(string? Address, string? Name, string? Kind, string? Place);
}
