using Inspection.App.Demonstration;
using Inspection.App.Draws;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Results;
using Inspection.App.Security;

namespace Inspection.App.Publication;

/// <summary>
/// Results of the demonstration's draw: recorded by members of the teams, approved by somebody else and so published, like
/// any others. Most visits are left to whoever tries the system.
/// </summary>
internal sealed class SampleResults(
    DrawStore draws, SelectionStore selections, TaskStore tasks, ResultStore results, Recording recording, Reviewing reviewing,
    IResultPublisher publisher, LocalTime time, ILogger<SampleResults> log)
    : IDemonstrationPart
{
    // No name of a user has such a dot.
    private static readonly Actor Reviewer = new("示例·审核员", [Role.Reviewer], "");

    /// <summary>What the first item of each visit comes to; the others have no problem.</summary>
    private static readonly IReadOnlyList<(ResultCode Code, Disposal Disposal, string Finding)> Findings =
    [
        (ResultCode.NoProblem, Disposal.None, ""),
        (ResultCode.Corrected, Disposal.Rectify, "冷藏柜无温度记录，已当场补齐（示例）"),
        (ResultCode.NoProblem, Disposal.None, ""),
        (ResultCode.Pending, Disposal.Rectify, "从业人员健康证明过期，限期改正（示例）"),
        (ResultCode.NoProblem, Disposal.None, ""),
        (ResultCode.NotDisclosed, Disposal.Rectify, "未公示从业人员健康证明（示例）"),
        (ResultCode.NoActivity, Disposal.None, ""),
        (ResultCode.NoProblem, Disposal.None, ""),
    ];

    /// <summary>There is no result without a draw, and draws are looked at by their own part.</summary>
    public Task<bool> IsEmptyAsync(CancellationToken cancellation) => Task.FromResult(true);

    public async Task FillAsync(CancellationToken cancellation)
    {
        var draw = await draws.HolderOfAsync(DrawRows.Task(SamplePlan.TaskIdOf(time.Today.Year)), cancellation);
        if (draw is not { State: DrawState.Drawn } || await tasks.FindAsync(draw.TaskId, cancellation) is not { } task)
            return;
        var visits = await selections.AllAsync(draw.Id, cancellation)
            .Where(static one => !one.IsReserve && one.Teams.Any(static team => team.Inspectors.Count > 0))
            .Take(Findings.Count).ToListAsync(cancellation);
        foreach (var (visit, finding) in visits.Zip(Findings))
        {
            var inspector = visit.Teams.First(static team => team.Inspectors.Count > 0).Inspectors[0];
            var member = new Actor(inspector, [Role.Inspector], "") { InspectorId = inspector };
            var terms = Terms(draw.StartsOn, task.Terms.ItemCodes, finding.Code, finding.Disposal, finding.Finding);
            await PublishAsync(new ResultId(draw.Id, visit.Uscc), terms, member, cancellation);
        }
    }

    /// <summary>Goes on from wherever the result stands.</summary>
    private async Task PublishAsync(ResultId id, ResultTerms terms, Actor member, CancellationToken cancellation)
    {
        var state = (await results.FindAsync(id.DrawId, id.Uscc, cancellation))?.State;
        if (state is null)
            Note(id, (await recording.SaveAsync(id, terms, null, member, cancellation)).Refusal);
        if (state is null or ResultState.Draft)
            Note(id, (await recording.SubmitAsync(id, null, member, cancellation)).Refusal);
        if (state is null or ResultState.Draft or ResultState.Submitted)
            Note(id, (await reviewing.ReviewAsync(id, new ReviewRequest(Approve: true), null, Reviewer, cancellation)).Refusal);
        await publisher.PublishAsync(id.DrawId, id.Uscc, cancellation);
    }

    private void Note(ResultId id, Refusal? refusal)
    {
        if (refusal is not null)
            log.LogWarning("The demonstration has no result {ResultId}, {Rule}: {Detail}", id, refusal.Rule, refusal.Detail);
    }

    private static ResultTerms Terms(DateOnly on, IReadOnlyList<string> itemCodes, ResultCode code, Disposal disposal, string finding) => new()
    {
        Method = InspectionMethod.OnSite,
        InspectedOn = on,
        Items =
        [
            .. itemCodes.Select((item, n) => n == 0 || code == ResultCode.NoActivity
                ? new ItemResult { ItemCode = item, Checked = true, Code = code, Disposal = disposal, Finding = finding }
                : new ItemResult { ItemCode = item, Checked = true, Code = ResultCode.NoProblem, Disposal = Disposal.None }),
        ],
    };
}
