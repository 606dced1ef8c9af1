using Azure;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Results;
using Inspection.App.Security;
using Inspection.Drawing;

namespace Inspection.App.Oversight;

/// <summary>Why a lead is not followed.</summary>
/// <param name="Answer">What the reporter is told.</param>
public sealed record LeadDismissal(string Answer);

/// <summary>The targeted task that looks into a lead, as it is to be written; the head approves it like every other.</summary>
public sealed record LeadConfirmation
{
    /// <summary>The enterprise.</summary>
    public required string Uscc { get; init; }

    /// <summary>The task's title, which becomes public; it says nothing of the lead.</summary>
    public required string Title { get; init; }

    /// <summary>On what ground it is inspected by name, in words that become public; it says nothing of the lead.</summary>
    public string Basis { get; init => field = value ?? ""; } = "";

    public required IReadOnlyList<string> ItemCodes { get; init; }

    public required IReadOnlyList<DepartmentTeam> Departments { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    public required TaskEntropy Entropy { get; init; }

    /// <summary>What the reporter is told.</summary>
    public string Answer { get; init => field = value ?? ""; } = "";
}

/// <summary>Decides on leads: dismissed with an answer, or confirmed and made a targeted task.</summary>
internal sealed class Triage(
    LeadStore leads, PublicLeadStore shown, PlanningService planning, TaskStore tasks, ResultStore results, TimeProvider clock)
{
    private const int MaxAnswer = 1000;

    public Task<Outcome<Lead>> DismissAsync(string id, LeadDismissal request, ETag? expected, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return string.IsNullOrWhiteSpace(request.Answer) || PlainText.ProblemOf(request.Answer, MaxAnswer) is not null
            ? Task.FromResult<Outcome<Lead>>(Refusal.Invalid("answer", $"answer: 1 to {MaxAnswer} characters are wanted; the reporter reads them"))
            : DecideAsync(id, expected, lead => Decided(lead, LeadState.Dismissed, request.Answer, actor), cancellation);
    }

    /// <summary>Makes the targeted task. Its id follows from the lead, so that there is one of it however often this is done.</summary>
    public async Task<Outcome<Lead>> ConfirmAsync(string id, LeadConfirmation request, ETag? expected, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        if (PlainText.ProblemOf(request.Answer, MaxAnswer) is { } unfit)
            return Refusal.Invalid("answer", $"answer: {unfit}");
        if (!UnifiedSocialCreditCode.TryParse(request.Uscc, out _, out var bad))
            return Refusal.Invalid("uscc", bad);
        if ((await OpenAsync(id, expected, cancellation)).IsRefused(out var closed))
            return closed;
        var task = await planning.CreateTaskAsync($"lead-{id}", TermsOf(request), actor, cancellation);
        return task.IsRefused(out var refusal)
            ? refusal
            : await DecideAsync(id, expected, lead => Decided(lead, LeadState.Confirmed, request.Answer, actor) with { Uscc = request.Uscc, TaskId = task.Value.Id }, cancellation);
    }

    /// <summary>Tells reporters of inspections whose results are public, and shows every lead as it is.</summary>
    /// <returns>How many leads were settled.</returns>
    public async Task<int> SettleAsync(CancellationToken cancellation)
    {
        var settled = 0;
        await foreach (var lead in leads.AllAsync(cancellation))
        {
            var now = lead;
            if (lead.State == LeadState.Confirmed && await ResultOfAsync(lead, cancellation) is { } result
                && await leads.ReplaceAsync(lead with { State = LeadState.Inspected, ResultId = result.ToString() }, cancellation) is { } written)
            {
                now = written;
                settled++;
            }

            await shown.PutAsync(now, cancellation);
        }

        return settled;
    }

    private async Task<ResultId?> ResultOfAsync(Lead lead, CancellationToken cancellation) =>
        await tasks.FindAsync(lead.TaskId, cancellation) is { DrawId.Length: > 0 } task
        && await results.FindAsync(task.DrawId, lead.Uscc, cancellation) is { PublishedRevision: > 0 }
            ? new ResultId(task.DrawId, lead.Uscc)
            : null;

    private static TaskTerms TermsOf(LeadConfirmation request) => new()
    {
        Title = request.Title,
        ItemCodes = request.ItemCodes,
        Departments = request.Departments,
        Target = new TaskTarget(TargetReason.Lead, request.Basis) { Enterprises = [request.Uscc] },
        Sampling = TaskSampling.Everybody,
        StartsOn = request.StartsOn,
        EndsOn = request.EndsOn,
        Entropy = request.Entropy,
        // Whoever is to be visited because of a lead is not warned.
        ListPublished = ListPublished.AfterVisits,
    };

    private async Task<Outcome<Lead>> OpenAsync(string id, ETag? expected, CancellationToken cancellation)
    {
        if (await leads.FindAsync(id, cancellation) is not { } lead)
            return Refusal.NotFound($"there is no lead {id}");
        if (expected is { } version && version != ETag.All && version != lead.ETag)
            return Stale(id);
        return lead.State == LeadState.Received ? lead : Refusal.Conflict("lead-decided", $"lead {id} is {lead.State}; it is decided on once");
    }

    private async Task<Outcome<Lead>> DecideAsync(string id, ETag? expected, Func<Lead, Lead> decide, CancellationToken cancellation)
    {
        var open = await OpenAsync(id, expected, cancellation);
        if (open.IsRefused(out _))
            return open;
        if (await leads.ReplaceAsync(decide(open.Value), cancellation) is not { } written)
            return Stale(id);
        await shown.PutAsync(written, cancellation);
        return written;
    }

    private Lead Decided(Lead lead, LeadState state, string answer, Actor actor) =>
        lead with { State = state, Answer = answer, TriagedBy = actor.Name, TriagedAt = clock.GetUtcNow() };

    private static Refusal Stale(string id) => Refusal.Stale($"lead {id} was changed since it was read; read it again and decide then");
}
