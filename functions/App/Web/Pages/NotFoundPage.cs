using LearningSociety.App.Access;
using LearningSociety.App.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Web.Pages;

/// <summary>Answers for every address that no other function answers for.</summary>
public sealed class NotFoundPage(PageFrame frame)
{
    /// <summary>Says that there is nothing here.</summary>
    [Function("NotFound"), AllowAnyone]
    public IActionResult Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request) => frame.Refuse(
        request, new(404, "not-found", "Không tìm thấy trang", "Địa chỉ này không có trang nào. Kiểm tra lại đường dẫn, hoặc mở danh sách hồ sơ."));
}
