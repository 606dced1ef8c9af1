using Inspection.App.Outcomes;
using Inspection.App.Results;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Approves several results at once, each as it was shown.</summary>
[Authorize(Roles = Role.Reviewer)]
internal sealed class ApproveModel(VisitsAtHand visits, Reviewing reviewing, Words words, RefusalWords said) : PageModel
{
    private const int Most = 100;

    /// <summary>Which results, by their public names.</summary>
    [BindProperty(Name = "id", SupportsGet = true)]
    public List<string> Ids { get; set; } = [];

    /// <summary>The versions that were read, in the order of <see cref="Ids"/>.</summary>
    [BindProperty]
    public List<string> Versions { get; set; } = [];

    public IReadOnlyList<VisitAtHand> Chosen { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => FindAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var (done, problems, last) = (0, new List<string>(), (Refusal?)null);
        foreach (var (text, version) in Ids.Zip(Versions).Take(Most))
        {
            if (!ResultId.TryParse(text, out var id))
                continue;
            var reviewed = await reviewing.ReviewAsync(id, new ReviewRequest(true), new Azure.ETag(version), User.Actor(), cancellation);
            if (reviewed.IsRefused(out var refusal))
                problems.Add($"{id.Uscc}{words["：", ": "]}{said.Of(last = refusal)}");
            else
                done++;
        }

        if (problems.Count == 0)
            return this.Done("/console/reviews", words[$"已通过 {done} 项结果。", $"{done} results are approved."]);
        await FindAsync(cancellation);
        ModelState.Clear();
        if (done > 0)
            problems.Insert(0, words[$"已通过 {done} 项；下面的没有通过。", $"{done} are approved; those below are not."]);
        problems.ForEach(problem => ModelState.AddModelError("", problem));
        HttpContext.Features.Set(last);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>What can be approved of what was chosen.</summary>
    private async Task FindAsync(CancellationToken cancellation)
    {
        var found = new List<VisitAtHand>();
        foreach (var text in Ids.Distinct().Take(Most))
        {
            if (ResultId.TryParse(text, out var id)
                && await visits.FindAsync(id, User.Actor(), cancellation) is { Refusal: null, Value: { Result.State: ResultState.Submitted } visit }
                && !visit.Result.Recorders.Contains(User.Actor().Name))
            {
                found.Add(visit);
            }
        }

        Chosen = found;
    }
}
