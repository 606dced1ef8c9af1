using Azure;
using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;
using Inspection.App.Storage;
using Inspection.Drawing;

namespace Inspection.App.Oversight;

/// <summary>What a person decides of the watch list, and the guidance that people record.</summary>
internal sealed class WatchDesk(WatchListStore watch, EnterpriseStore enterprises, LocalTime time)
{
    private const int MaxText = 1000;

    /// <summary>Enters a proposed enterprise; it is reviewed within a year.</summary>
    public Task<Outcome<WatchEntry>> EnterAsync(string uscc, string reason, ETag? expected, Actor actor, CancellationToken cancellation) => DecideAsync(
        uscc, reason, expected,
        entry => entry.State == WatchState.Proposed
            ? Decided(entry, WatchState.Listed, reason, actor) with { ReviewBy = time.Today.AddYears(1) }
            : NotIn(entry, WatchState.Proposed),
        cancellation);

    /// <summary>Declines a proposal; problems that come later propose it again.</summary>
    public Task<Outcome<WatchEntry>> DeclineAsync(string uscc, string reason, ETag? expected, Actor actor, CancellationToken cancellation) => DecideAsync(
        uscc, reason, expected,
        entry => entry.State == WatchState.Proposed ? Decided(entry, WatchState.Declined, reason, actor) : NotIn(entry, WatchState.Proposed),
        cancellation);

    /// <summary>Removes a listed enterprise.</summary>
    public Task<Outcome<WatchEntry>> RemoveAsync(string uscc, string reason, ETag? expected, Actor actor, CancellationToken cancellation) => DecideAsync(
        uscc, reason, expected,
        entry => entry.State == WatchState.Listed
            ? Decided(entry, WatchState.Removed, reason, actor) with { ReviewBy = null }
            : NotIn(entry, WatchState.Listed),
        cancellation);

    /// <summary>The yearly review that keeps an enterprise listed for another year.</summary>
    public Task<Outcome<WatchEntry>> KeepAsync(string uscc, string reason, ETag? expected, Actor actor, CancellationToken cancellation) => DecideAsync(
        uscc, reason, expected,
        entry => entry.State == WatchState.Listed
            ? Decided(entry, WatchState.Listed, reason, actor) with { ReviewBy = time.Today.AddYears(1) }
            : NotIn(entry, WatchState.Listed),
        cancellation);

    /// <summary>Records guidance (行政指导) that an enterprise was given.</summary>
    public async Task<Outcome<Guidance>> GuideAsync(string uscc, DateOnly on, string text, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!UnifiedSocialCreditCode.TryParse(uscc, out var code, out var problem))
            return Refusal.Invalid("uscc", problem);
        if (await enterprises.GetAsync(code, cancellation) is null)
            return Refusal.NotFound($"enterprise {uscc} is not in the directory");
        if (ProblemOf(text) is { } unfit)
            return Refusal.Invalid("text", unfit);
        if (on > time.Today)
            return Refusal.Invalid("on", $"{on:yyyy-MM-dd} is not over; guidance is recorded once it was given");
        var guidance = new Guidance(NewId.At(time.Now), uscc, on, text, actor.Name, time.Now);
        await watch.AddGuidanceAsync(guidance, cancellation);
        return guidance;
    }

    private async Task<Outcome<WatchEntry>> DecideAsync(
        string uscc, string reason, ETag? expected, Func<WatchEntry, Outcome<WatchEntry>> decide, CancellationToken cancellation)
    {
        if (ProblemOf(reason) is { } unfit)
            return Refusal.Invalid("reason", unfit);
        if (await watch.FindAsync(uscc, cancellation) is not { } entry)
            return Refusal.NotFound($"the watch list does not speak of {uscc}");
        if (expected is { } version && version != ETag.All && version != entry.ETag)
            return Stale(uscc);
        var decided = decide(entry);
        if (decided.IsRefused(out _))
            return decided;
        return await watch.SaveAsync(decided.Value, cancellation) is { } saved ? saved : Stale(uscc);
    }

    private WatchEntry Decided(WatchEntry entry, WatchState state, string reason, Actor actor) =>
        entry with { State = state, Steps = [.. entry.Steps, new WatchStep(state, actor.Name, time.Now, reason)] };

    private static string? ProblemOf(string text) => string.IsNullOrWhiteSpace(text) || text.Length > MaxText
        ? $"1 to {MaxText} characters are wanted: a person decides with a reason"
        : null;

    private static Refusal NotIn(WatchEntry entry, WatchState state) =>
        Refusal.Conflict("watch-state", $"{entry.Uscc} is {entry.State}; this is decided of one that is {state}");

    private static Refusal Stale(string uscc) =>
        Refusal.Stale($"the entry of {uscc} was changed since it was read; read it again and decide then");
}
