using Inspection.App.Planning;
using Inspection.Drawing;

namespace Inspection.App.Draws;

/// <summary>The terms of a task's notice.</summary>
internal static class NoticeDraft
{
    private const int MaxScope = 200;

    public static NoticeTerms Of(
        DrawHead head, InspectionTask task, DrawMaterials materials, Sampling sampling, EntropyPlan entropy, RuleOptions rules,
        string previous, DateTimeOffset committedAt) => new()
    {
        DrawId = head.Id,
        TaskId = task.Id,
        Attempt = head.Attempt,
        Previous = previous.Length == 0 ? null : Digest.Parse(previous),
        Title = task.Terms.Title,
        Authority = rules.Authority,
        AuthorityCode = rules.AuthorityCode.Length == 0 ? null : UnifiedSocialCreditCode.Parse(rules.AuthorityCode),
        Scope = Shortened(task.Terms.ScopeInWords()),
        CommittedAt = committedAt,
        StartsOn = task.Terms.StartsOn,
        EndsOn = task.Terms.EndsOn,
        Disclosure = task.Terms.Disclosure,
        Entropy = entropy,
        RosterRoot = default,
        RosterSize = materials.Roster.Size,
        Excluded = new SealedList(default, materials.Excluded.Items.Count),
        Inspectors = new SealedList(default, materials.Inspectors.Items.Count),
        Sampling = sampling,
        Reserve = task.Terms.Reserve,
        Teams = [.. task.Terms.Departments.Select(static team => new TeamRequest(team.Department, team.Size, team.Skill))],
    };

    /// <summary>A scope of very many districts, cut to what a notice holds; the roster's root says exactly whom it covers.</summary>
    private static string Shortened(string scope) => ProtocolText.ScalarCount(scope) <= MaxScope
        ? scope
        : string.Concat(scope.EnumerateRunes().Take(MaxScope - 1).Select(static rune => rune.ToString())) + "…";
}
