using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Outcomes;

/// <summary>Turns refusals into RFC 9457 problem details.</summary>
public static class RefusalResults
{
    /// <summary>The problem's document: <c>type</c> names the rule, <c>detail</c> says what to do.</summary>
    public static ActionResult ToProblem(this Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var problem = new ProblemDetails
        {
            Type = TypeOf(refusal.Rule),
            Title = refusal.Rule,
            Status = refusal.Kind.Status(),
            Detail = refusal.Detail,
        };
        return new ObjectResult(problem) { StatusCode = problem.Status, ContentTypes = { ProblemAnswer.MediaType } };
    }

    internal static string TypeOf(string rule) => $"urn:inspection:{rule}";

    internal static int Status(this RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "a kind without a status"),
    };
}
