using System.Collections.Concurrent;
using System.Text;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Storage;
using Inspection.Drawing;

namespace Inspection.App.Pages.Console;

/// <summary>
/// Previews of what is still being written. Whom a draft covers is counted once and kept for a while; how many of each class
/// are drawn is then tried out without reading a directory, as fast as somebody types.
/// </summary>
internal sealed class DraftPreviews(EligibilityService eligibility, LongWork<EligibilityCount> work, TimeProvider clock)
{
    private const int MostKept = 64;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Kept> kept = new();

    /// <summary>The preview, or null where the directories are still being read.</summary>
    public async Task<Outcome<EligibilityPreview>?> OfAsync(TaskTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if ((terms.Sampling.Problem() ?? terms.Target?.Problem()) is { } problem)
            return Refusal.Invalid("sampling", problem);
        var name = NameOf(terms);
        if (!kept.TryGetValue(name, out var found) || clock.GetUtcNow() - found.At > Fresh)
        {
            if (await work.TakeOrRunAsync(name, (progress, stop) => CountAsync(terms, progress, stop)) is not { } counted)
                return null;
            if (counted.IsRefused(out var refusal))
                return refusal;
            found = Keep(name, counted.Value);
        }

        var sampling = found.Count.Classes.Count == 0 ? null : terms.Sampling.For(found.Count.Classes);
        return EligibilityPreview.Of(found.Count, sampling, terms.Departments);
    }

    /// <summary>How far the reading of the directories is.</summary>
    public string ProgressOf(TaskTerms terms) => work.ProgressOf(NameOf(terms));

    private async Task<Outcome<EligibilityCount>> CountAsync(TaskTerms terms, IProgress<string> progress, CancellationToken cancellation)
    {
        try
        {
            var task = new InspectionTask { Id = "", Terms = Counted(terms), State = TaskState.Draft, CreatedBy = "" };
            return EligibilityCount.Of(await eligibility.FindAsync(task, progress, cancellation));
        }
        catch (ProtocolException e)
        {
            return Refusal.Conflict("protocol", e.Message);
        }
    }

    private Kept Keep(string name, EligibilityCount count)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, value) in kept)
        {
            if (kept.Count >= MostKept || now - value.At > Fresh)
                kept.TryRemove(old, out _);
        }

        return kept[name] = new Kept(count, now);
    }

    /// <summary>What the count depends on: of the sampling the classes alone, and nothing of how the draw is made.</summary>
    private static TaskTerms Counted(TaskTerms terms)
    {
        var sampling = terms.Sampling;
        var classes = (sampling.Rates ?? sampling.Weights ?? sampling.Quotas)?.Keys.Order(StringComparer.Ordinal).ToDictionary(static name => name, static _ => 0);
        return terms with
        {
            Title = "",
            Departments = [.. terms.Departments.Select(static team => team.Department).Distinct().Select(static name => new DepartmentTeam(name, 1))],
            Sampling = classes is null ? TaskSampling.Everybody : new TaskSampling { Mode = SamplingMode.Rates, Rates = classes },
            Entropy = new TaskEntropy { Kind = EntropyKind.None },
            Reserve = 0,
            Disclosure = default,
            ListPublished = default,
        };
    }

    private static string NameOf(TaskTerms terms) => Digest.Of(Encoding.UTF8.GetBytes(StoredJson.Write(Counted(terms)))).ToString();

    private sealed record Kept(EligibilityCount Count, DateTimeOffset At);
}
