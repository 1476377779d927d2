using LearningSociety.App.Intake;

namespace LearningSociety.App.Web.Answers;

/// <summary>What went wrong, for a machine and for a person (RFC 9457).</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">A stable name for machines, such as "unknown-office".</param>
/// <param name="Title">A few words in Vietnamese that are the same for every problem of this code.</param>
/// <param name="Detail">What was wrong here, and what to do, in Vietnamese.</param>
/// <param name="File">The file it is about; null when it is about none.</param>
public sealed record Problem(int Status, string Code, string Title, string Detail, string? File = null)
{
    /// <summary>The problem's type as a URI.</summary>
    public string Type => $"urn:learning-society:problem:{Code}";

    /// <summary>A refusal of the intake.</summary>
    public static Problem Of(IntakeProblem refusal, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return new(refusal.Status, refusal.Code, refusal.Status switch
        {
            404 => "Không tìm thấy",
            409 => "Chưa thực hiện được lúc này",
            413 => "Tệp quá lớn",
            _ => "Yêu cầu chưa đúng",
        }, refusal.Message, file);
    }

    /// <summary>The request itself is not as it should be.</summary>
    public static Problem Invalid(string code, string detail) => new(400, code, "Yêu cầu chưa đúng", detail);

    /// <summary>Nobody is signed in, or the key does not open.</summary>
    public static Problem Unauthenticated(string code, string detail) => new(401, code, "Chưa xác định được người dùng", detail);

    /// <summary>Signed in, but the role is not one that the function names.</summary>
    public static Problem Forbidden(string detail) => new(403, "forbidden", "Không có quyền", detail);

    /// <summary>There is no such dossier, or none that this caller may know of.</summary>
    public static Problem NoDossier { get; } = new(
        404, "unknown-dossier", "Không tìm thấy hồ sơ", "Không có hồ sơ này, hoặc hồ sơ không thuộc đơn vị của bạn. Kiểm tra lại đường dẫn hoặc mở danh sách hồ sơ.");

    /// <summary>The request is larger than the app takes at once.</summary>
    public static Problem TooLarge(long mostBytes) => new(
        413, "request-too-large", "Lần gửi quá lớn",
        $"Mỗi lần gửi được tối đa {mostBytes / (1024 * 1024)} MB. Gửi ít tệp hơn trong một lần, hoặc quét lại ở độ phân giải thấp hơn (200–300 dpi).");

    /// <summary>A fault of the app itself.</summary>
    public static Problem Fault(string reference) => new(
        500, "fault", "Hệ thống gặp lỗi", $"Hệ thống gặp lỗi khi xử lý yêu cầu. Thử lại sau ít phút; nếu vẫn lỗi, báo quản trị viên mã {reference}.");
}
