using LearningSociety.Layout.Analysis;
using LearningSociety.Layout.Result;
using Microsoft.AspNetCore.Http;

namespace LearningSociety.Layout.Rest;

/// <summary>Checks the parameters of a call. What this server cannot do is refused, not passed over.</summary>
public static class QueryRules
{
    /// <summary>What is wrong with the parameters of an analysis; null when nothing is.</summary>
    public static IResult? Fault(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (VersionFault(query) is { } fault) return fault;
        if (query.TryGetValue("stringIndexType", out var index) && index != "utf16CodeUnit")
            return ApiError.BadRequest("InvalidParameter", $"stringIndexType '{index}' is not supported; use utf16CodeUnit.");
        if (query.TryGetValue("pages", out var pages) && PageRanges.Parse(pages.ToString()) is null)
            return ApiError.BadRequest("InvalidParameter", $"pages '{pages}' is not understood; write it as 1-3,5.");
        if (query.TryGetValue("locale", out var locale) && !IsLocale(locale.ToString()))
            return ApiError.BadRequest("InvalidParameter", $"locale '{locale}' is no language tag, such as vi or vi-VN.");
        foreach (var feature in query["features"].SelectMany(f => (f ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            if (feature != "ocrHighResolution") return ApiError.BadRequest("InvalidParameter", $"The feature '{feature}' is not supported by this server.");
        return null;
    }

    /// <summary>What is wrong with the API version; null when nothing is.</summary>
    public static IResult? VersionFault(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var version = query["api-version"].ToString();
        return version == AnalyzeResult.ApiVersion
            ? null
            : ApiError.BadRequest("InvalidParameter", $"api-version '{version}' is not supported; use {AnalyzeResult.ApiVersion}.");
    }

    private static bool IsLocale(string tag) => tag.Length is >= 2 and <= 35 && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && char.IsAsciiLetter(tag[0]);
}
