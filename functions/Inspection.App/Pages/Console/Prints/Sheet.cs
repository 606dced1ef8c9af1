using System.Globalization;
using Inspection.App.Languages;
using Inspection.App.Planning;
using Microsoft.Extensions.Options;

namespace Inspection.App.Pages.Console;

/// <summary>What a printed sheet says of a visit.</summary>
/// <param name="At">Where the visit's pages are.</param>
/// <param name="Visit">The visit.</param>
/// <param name="Authority">Who inspects.</param>
/// <param name="Public">The address behind the QR code, where anybody can check what the paper speaks of.</param>
internal sealed record Sheet(VisitAddress At, VisitAtHand Visit, string Authority, string Public)
{
    /// <summary>By which the paper and the records find each other.</summary>
    public string Number => Visit.Id.ToString();

    /// <summary>The days of the task; the sheets are Chinese, whatever language the console is read in.</summary>
    public string Days => $"{Day(Visit.View.StartsOn)}至{Day(Visit.View.EndsOn)}";

    public static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}

/// <summary>Makes sheets for those who make or oversee the visit.</summary>
internal sealed class Sheets(VisitsAtHand visits, IOptions<RuleOptions> rules)
{
    /// <param name="at">Which visit.</param>
    /// <param name="page">The path of the public page, without the language.</param>
    /// <param name="context">The request, which knows the address of the site.</param>
    /// <param name="actor">Who prints.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<Sheet?> FindAsync(VisitAddress at, string page, HttpContext context, Security.Actor actor, CancellationToken cancellation) =>
        await visits.FindAsync(at.Id, actor, cancellation) is { Refusal: null, Value: var visit }
            ? new Sheet(at, visit, rules.Value.Authority, LanguagePrefix.WholeAddress(Language.Chinese, context, page))
            : null;
}
