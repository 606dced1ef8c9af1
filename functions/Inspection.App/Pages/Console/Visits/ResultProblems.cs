using System.Text.RegularExpressions;
using Inspection.App.Results;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Inspection.App.Pages.Console;

/// <summary>Says beside the fields of the form what keeps a result from being taken.</summary>
internal static partial class ResultProblems
{
    /// <summary>The form's name for the fields of the result.</summary>
    private const string Form = "Input";

    public static void Add(this ModelStateDictionary state, IEnumerable<ResultProblem> problems, Words words)
    {
        foreach (var problem in problems)
            state.AddModelError($"{Form}.{Words().Replace(problem.Member, static word => word.Value.ToUpperInvariant())}", words[RefusalGuide.Of(problem.Rule)!.Chinese, problem.Text]);
    }

    /// <summary>The first letter of each part of a name: items[2].code is Items[2].Code in the form.</summary>
    [GeneratedRegex(@"(?<=^|\.)[a-z]")]
    private static partial Regex Words();
}
