using Inspection.App.Draws;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.Extensions.Options;

namespace Inspection.App.Pages.Console;

/// <summary>What a new task says before anybody has written anything: what its plan says, and otherwise what is most usual.</summary>
internal sealed class DraftStart(LocalTime time, IBeacon beacon, IOptions<RuleOptions> rules)
{
    private const int UsualDays = 30;
    private const int UsualReserve = 2;

    /// <param name="plan">The plan that it counts against; null where none.</param>
    /// <param name="isTargeted">Whether enterprises are inspected one and all, and not drawn.</param>
    /// <param name="actor">Who writes it.</param>
    public TaskTerms Of(YearlyPlan? plan, bool isTargeted, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var start = plan is null || plan.Terms.Year <= time.Today.Year ? time.Today : new DateOnly(plan.Terms.Year, 1, 1);
        return new TaskTerms
        {
            PlanId = plan?.Id ?? "",
            Title = "",
            ItemCodes = plan?.Terms.ItemCodes ?? [],
            Departments = plan?.Terms.Departments ?? Own(actor),
            Scope = plan?.Terms.Scope ?? TaskScope.Everybody,
            Target = isTargeted ? new TaskTarget(TargetReason.KeyArea) : null,
            Sampling = isTargeted
                ? TaskSampling.Everybody
                : new TaskSampling { Mode = SamplingMode.Rates, Rates = plan?.Terms.Rates ?? UsualRates },
            StartsOn = start,
            EndsOn = Earlier(start.AddDays(UsualDays), new DateOnly(start.Year, 12, 31)),
            Entropy = UsualEntropy(),
            Reserve = isTargeted ? 0 : UsualReserve,
        };
    }

    /// <summary>The rates of a plan that says nothing else.</summary>
    public static IReadOnlyDictionary<string, int> UsualRates { get; } =
        new PlanTerms { Year = 0, Title = "", ItemCodes = [], Departments = [] }.Rates;

    /// <summary>The beacon needs nobody to be there; without one witnesses come together.</summary>
    private TaskEntropy UsualEntropy() => beacon.WhyUnavailable is null
        ? new TaskEntropy { Kind = EntropyKind.Drand }
        : new TaskEntropy { Kind = EntropyKind.Ceremony, Digits = TaskEntropy.DefaultDigits, Witnesses = [] };

    private IReadOnlyList<DepartmentTeam> Own(Actor actor) =>
        actor.Department.Length == 0 ? [] : [new DepartmentTeam(actor.Department, rules.Value.TeamMinimum)];

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
