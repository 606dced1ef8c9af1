using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Outcomes;

/// <summary>Answers that carry the version that a later change must name in If-Match.</summary>
public static class ETagResults
{
    public static ActionResult<T> WithETag<T>(this ControllerBase controller, T value, string etag)
    {
        ArgumentNullException.ThrowIfNull(controller);
        controller.Response.Headers.ETag = etag;
        return controller.Ok(value);
    }
}
