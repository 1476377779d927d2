using LearningSociety.App.Access;
using LearningSociety.App.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Web.Assets;

/// <summary>Serves the files that pages load. Their addresses name their content, so browsers keep them for good.</summary>
public sealed class AssetFunction(AssetBook assets)
{
    /// <summary>A file, compressed as the browser accepts it.</summary>
    [Function("Asset"), AllowAnyone]
    public IActionResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/{hash}/{name}")] HttpRequest request)
    {
        var asset = assets.Find(request.RouteValues["name"] as string ?? "");
        if (asset is null || !string.Equals(asset.Hash, request.RouteValues["hash"] as string, StringComparison.Ordinal))
            return Answer.Problem(new(404, "unknown-asset", "Không tìm thấy", "Không có tệp này. Tải lại trang."));

        var (bytes, encoding) = asset.For(request.Headers.AcceptEncoding.ToString());
        return Answer.Of(async http =>
        {
            var response = http.Response;
            response.ContentType = asset.ContentType;
            response.ContentLength = bytes.Length;
            response.Headers.CacheControl = "public, max-age=31536000, immutable";
            response.Headers.Vary = "Accept-Encoding";
            if (encoding is not null) response.Headers.ContentEncoding = encoding;
            if (!HttpMethods.IsHead(http.Request.Method)) await response.Body.WriteAsync(bytes, http.RequestAborted);
        });
    }
}
