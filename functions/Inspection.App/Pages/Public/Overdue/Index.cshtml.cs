using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Publication;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Inspection.App.Pages;

/// <summary>What should be public and is not.</summary>
internal sealed class OverdueModel(OverdueResults overdue, IOptions<RuleOptions> rules, LocalTime local) : PageModel
{
    private const int Rows = 50;

    public Page<OverdueResult> Overdue { get; private set; } = new([], null);

    /// <summary>How many working days there are from an inspection to its publication.</summary>
    public int Term => rules.Value.PublicationWorkingDays;

    public async Task OnGetAsync(string? cursor, CancellationToken cancellation) => Overdue = await overdue.ListAsync(Rows, cursor, cancellation);

    /// <summary>For how many days it is overdue.</summary>
    public int DaysOver(OverdueResult one) => Math.Max(0, local.Today.DayNumber - one.DueOn.DayNumber);
}
