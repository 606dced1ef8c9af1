using System.Text;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Outcomes;

/// <summary>Answers with problem details outside of controllers, in the same form as <see cref="RefusalResults"/>.</summary>
internal static class ProblemAnswer
{
    public const string MediaType = "application/problem+json";

    public static Task WriteAsync(HttpContext context, Refusal refusal) =>
        WriteAsync(context, refusal.Kind.Status(), refusal.Rule, refusal.Detail);

    /// <summary>Writes the problem, and the request's id, by which the log names it too.</summary>
    public static Task WriteAsync(HttpContext context, int status, string rule, string detail)
    {
        var problem = new JObject
        {
            ["type"] = RefusalResults.TypeOf(rule),
            ["title"] = rule,
            ["status"] = status,
            ["detail"] = detail,
            ["requestId"] = context.TraceIdentifier,
        };
        context.Response.StatusCode = status;
        context.Response.ContentType = MediaType;
        return context.Response.WriteAsync(problem.ToString(), Encoding.UTF8);
    }
}
