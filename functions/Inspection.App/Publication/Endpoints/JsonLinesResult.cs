using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Inspection.App.Publication;

/// <summary>Answers with one JSON document per line (JSON Lines), each as the API writes it.</summary>
internal sealed class JsonLinesResult(string fileName, IAsyncEnumerable<object> documents) : ActionResult
{
    public const string MediaType = "application/jsonl";

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = $"{MediaType}; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        var json = context.HttpContext.RequestServices.GetRequiredService<IOptions<MvcNewtonsoftJsonOptions>>().Value.SerializerSettings;
        await JsonLines.WriteAsync(response.Body, documents, json, context.HttpContext.RequestAborted);
    }
}
