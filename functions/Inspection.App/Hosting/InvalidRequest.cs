using System.Text.RegularExpressions;
using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Inspection.App.Hosting;

/// <summary>
/// Answers a request that cannot be read: 400, and for each member what is wrong with it. The serializer's own words are
/// not passed on, since they name types of the program.
/// </summary>
internal static partial class InvalidRequest
{
    public const string Rule = "invalid-request";

    public static IActionResult Answer(ActionContext context)
    {
        var problem = new ValidationProblemDetails(ErrorsOf(context))
        {
            Type = RefusalResults.TypeOf(Rule),
            Title = Rule,
            Status = StatusCodes.Status400BadRequest,
            Detail = "the request cannot be read; errors says which members and why",
            Extensions = { ["requestId"] = context.HttpContext.TraceIdentifier },
        };
        return new BadRequestObjectResult(problem) { ContentTypes = { ProblemAnswer.MediaType } };
    }

    private static Dictionary<string, string[]> ErrorsOf(ActionContext context)
    {
        var members = context.ModelState.Where(member => member.Value is { Errors.Count: > 0 }).ToList();
        // A body with a fault is also reported as missing, under the name of the parameter, which nobody outside knows.
        if (members.Count > 1)
            members.RemoveAll(member => IsBody(context.ActionDescriptor, member.Key));
        return members.ToDictionary(
            member => IsBody(context.ActionDescriptor, member.Key) ? "" : member.Key,
            member => member.Value!.Errors.Select(error => Words(error.ErrorMessage)).ToArray());
    }

    private static bool IsBody(ActionDescriptor action, string name) =>
        action.Parameters.Any(parameter => parameter.Name == name && parameter.BindingInfo?.BindingSource == BindingSource.Body);

    private static string Words(string message)
    {
        if (UnknownMember().Match(message) is { Success: true } unknown)
            return $"there is no member '{unknown.Groups["name"].Value}' here";
        if (Place().Match(message) is { Success: true } place)
            return $"is not what is expected, at line {place.Groups["line"].Value}, position {place.Groups["position"].Value}";
        return message.Length == 0 ? "cannot be read" : message;
    }

    [GeneratedRegex(@"\ACould not find member '(?<name>[^']*)'")]
    private static partial Regex UnknownMember();

    [GeneratedRegex(@"line (?<line>\d+), position (?<position>\d+)\.\z")]
    private static partial Regex Place();
}
