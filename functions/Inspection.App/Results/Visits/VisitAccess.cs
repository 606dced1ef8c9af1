using Inspection.App.Draws;
using Inspection.App.Planning;
using Inspection.App.Security;

namespace Inspection.App.Results;

/// <summary>Who may see and do what with a visit and its result.</summary>
internal static class VisitAccess
{
    /// <summary>Those who see what their department takes part in; who belongs to no department sees all.</summary>
    public const string Overseers = $"{Role.Reviewer},{Role.Head},{Role.Scheduler},{Role.Auditor}";

    /// <summary>Everybody who sees a visit: its team, and those who oversee it.</summary>
    public const string Readers = $"{Role.Inspector},{Overseers}";

    /// <summary>Those who may write a result: the team, and for a correction the reviewer who began it.</summary>
    public const string Writers = $"{Role.Inspector},{Role.Reviewer}";

    private static readonly string[] OverseeingRoles = Overseers.Split(',');

    /// <summary>Whether the actor sees what belongs to a draw, as one who oversees it.</summary>
    public static bool Oversees(this Actor actor, DrawHead draw) =>
        OverseeingRoles.Any(actor.Is) && PlanningService.Concerns(draw.Departments, actor);

    /// <summary>Whether the actor reviews what belongs to a draw.</summary>
    public static bool Reviews(this Actor actor, DrawHead draw) =>
        actor.Is(Role.Reviewer) && PlanningService.Concerns(draw.Departments, actor);

    /// <summary>Whether the actor makes the visit, and so writes its result.</summary>
    public static bool Makes(this Actor actor, Visit visit) =>
        actor.Is(Role.Inspector) && visit.Includes(actor.InspectorId);

    public static bool Sees(this Actor actor, Visit visit) => actor.Makes(visit) || actor.Oversees(visit.Draw);
}
