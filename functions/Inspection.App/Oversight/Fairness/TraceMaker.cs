using Inspection.App.Directory;
using Inspection.App.Draws;
using Inspection.App.Planning;
using Inspection.Drawing;
using Microsoft.Extensions.Options;

namespace Inspection.App.Oversight;

/// <summary>Makes the traces of draws that have none: recomputes each draw and reads the directory once.</summary>
internal sealed class TraceMaker(
    DrawStore draws, DrawFiles files, TaskStore tasks, EnterpriseStore enterprises, TraceStore traces, IOptions<OversightOptions> options)
{
    /// <summary>Traces what is drawn and not traced.</summary>
    /// <returns>How many draws were traced.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var made = 0;
        await foreach (var head in draws.AllAsync(cancellation))
        {
            if (!FactReader.IsSettled(head) || await traces.FindAsync(head.Id, cancellation) is not null)
                continue;
            await traces.PutAsync(await MakeAsync(head, cancellation), cancellation);
            made++;
        }

        return made;
    }

    private async Task<DrawTrace> MakeAsync(DrawHead head, CancellationToken cancellation)
    {
        var task = await tasks.FindAsync(head.TaskId, cancellation) ?? throw new InvalidOperationException($"task {head.TaskId} of draw {head.Id} is gone");
        var notice = await files.NoticeAsync(head, cancellation);
        var roster = await files.RosterAsync(head, cancellation);
        var inspectors = await files.InspectorsAsync(head, cancellation);
        var record = DrawRecord.Parse(await files.ResultAsync(head.Id, DrawRecord.FileName, cancellation));
        var teams = TeamRecord.Parse(await files.ResultAsync(head.Id, TeamRecord.FileName, cancellation));
        var tally = new GroupTally(roster, record);
        var districts = task.Terms.Scope.Districts;
        await foreach (var enterprise in enterprises.ScanAsync(districts.Count == 0 ? null : districts, cancellation))
            tally.Add(enterprise.Uscc, enterprise.District, enterprise.Industry);
        var trace = DrawTracer.Trace(FactReader.SeriesOf(head, task.Terms), head.DrawnAt!.Value, notice.Terms, inspectors, record, teams, tally);
        return trace with { IsTargeted = head.Target is not null, Recomputed = await RecomputeAsync(head, roster.Size, cancellation) };
    }

    /// <summary>Every check of the protocol that the package allows; none for a roster that is too large to hold twice.</summary>
    private async Task<Recomputation> RecomputeAsync(DrawHead head, int size, CancellationToken cancellation)
    {
        if (size > options.Value.RecomputeUpTo)
            return Recomputation.NotMade;
        using var package = await files.OpenResultAsync(head.Id, DrawFiles.Package, cancellation);
        using var bytes = new MemoryStream();
        await package.Content.CopyToAsync(bytes, cancellation);
        bytes.Position = 0;
        var report = Verifier.Verify(
            new VerificationInput { Package = PackageFile.Read(bytes) }, new WorkOptions { Cancellation = cancellation });
        return new Recomputation(
            IsMade: true, [.. report.Checks.Where(static check => check.Status == CheckStatus.Failed).Select(static check => check.Name)]);
    }
}
