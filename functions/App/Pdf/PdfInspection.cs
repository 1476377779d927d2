using LearningSociety.App.Pdf.Objects;
using LearningSociety.Domain.Findings;

namespace LearningSociety.App.Pdf;

/// <summary>What can be said of a file without looking at a page.</summary>
public enum PdfCondition
{
    /// <summary>It can be opened.</summary>
    Sound,

    /// <summary>It is no PDF.</summary>
    NotPdf,

    /// <summary>It asks for a password.</summary>
    Encrypted,

    /// <summary>Parts of it are missing or unreadable.</summary>
    Damaged,
}

/// <summary>The outcome of an inspection.</summary>
/// <param name="Condition">Whether it can be opened.</param>
/// <param name="Pages">Its pages; 0 when it has none or they could not be counted.</param>
/// <param name="Reason">What is wrong, in Vietnamese; empty when nothing is.</param>
public sealed record PdfInspection(PdfCondition Condition, int Pages, string Reason)
{
    /// <summary>The finding that the condition is; null for a sound file.</summary>
    public FindingCode? Fault => Condition switch
    {
        PdfCondition.NotPdf => FindingCode.FileNotPdf,
        PdfCondition.Encrypted => FindingCode.FileEncrypted,
        PdfCondition.Damaged => FindingCode.FileDamaged,
        _ => null,
    };
}

/// <summary>Tells whether a file is a PDF that can be read, and how many pages it has.</summary>
public static class PdfInspector
{
    /// <summary>Inspects a file; never throws for what is in it.</summary>
    public static PdfInspection Inspect(byte[] data, PdfLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        limits ??= PdfLimits.Standard;
        if (data.Length == 0)
            return new(PdfCondition.NotPdf, 0, "Tệp rỗng.");
        if (data.AsSpan(0, Math.Min(1024, data.Length)).IndexOf("%PDF-"u8) < 0)
            return new(PdfCondition.NotPdf, 0, $"Đầu tệp không có dấu hiệu của PDF ({FirstLook(data)}).");
        try
        {
            return Open(PdfHead.Strip(data), limits);
        }
        catch (PdfFaultException fault)
        {
            return new(PdfCondition.Damaged, 0, fault.Message);
        }
    }

    private static PdfInspection Open(byte[] data, PdfLimits limits)
    {
        var file = PdfFile.Open(data, limits);
        if (file.Locked)
            return new(PdfCondition.Encrypted, 0, "Tệp đòi mật khẩu.");
        var pages = PdfPages.All(file, limits);
        if (pages.Count == 0 && !file.Repaired)
        {
            file.Repair();
            pages = PdfPages.All(file, limits);
        }

        if (pages.Count == 0)
            return IsEmptyTree(file)
                ? new(PdfCondition.Damaged, 0, "Tệp không có trang nào.")
                : new(PdfCondition.Damaged, 0, "Không tìm thấy trang nào trong tệp; tệp có thể bị cắt cụt hoặc hỏng.");
        if (PdfTruncation.Missing(file, pages, limits) is { } missing)
            return new(PdfCondition.Damaged, pages.Count, missing);
        return new(PdfCondition.Sound, pages.Count, "");
    }

    private static bool IsEmptyTree(PdfFile file) =>
        file.Dictionary(file.Catalog["Pages"]) is { } root && file.Resolve(root["Kids"]) is PdfArray { Items.Count: 0 };

    private static string FirstLook(byte[] data) => data switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] => "có vẻ là tệp Word, Excel hoặc ZIP",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "có vẻ là tệp Word hoặc Excel cũ",
        [0xFF, 0xD8, 0xFF, ..] => "có vẻ là ảnh JPEG",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "có vẻ là ảnh PNG",
        [(byte)'{', ..] => "có vẻ là tệp JSON",
        _ => "không rõ loại tệp",
    };
}

/// <summary>The head of a PDF file.</summary>
internal static class PdfHead
{
    /// <summary>The file from its "%PDF-" on: offsets count from there when something stands before it.</summary>
    public static byte[] Strip(byte[] data)
    {
        var head = data.AsSpan(0, Math.Min(1024, data.Length)).IndexOf("%PDF-"u8);
        return head <= 0 ? data : data[head..];
    }
}
