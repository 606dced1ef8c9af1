using System.Runtime.CompilerServices;
using Inspection.App.Directory;
using Inspection.App.Jobs;
using Inspection.App.Publication;
using Inspection.App.Security;

namespace Inspection.App.Pages.Console;

/// <summary>What waits in the office: recusals to confirm, certificates that end, jobs that failed or were missed.</summary>
internal sealed class OfficeToDos(InspectorStore inspectors, DeadlineStore deadlines, JobBoard board, Words words) : IToDos
{
    public async IAsyncEnumerable<ToDoGroup> OfAsync(Actor actor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (IsAny(actor, DirectoryRoles.Recusers))
        {
            var declared = await inspectors.ScanAsync(cancellation)
                .Where(one => one.Recusals.Any(recusal => recusal.State == RecusalState.Declared && recusal.DeclaredBy != actor.Name))
                .Select(one => new ToDo(one.Name, $"/console/inspectors/{Uri.EscapeDataString(one.InspectorId)}/recusals", one.Department))
                .ToListAsync(cancellation);
            yield return ToDoGroup.Of(words["等您确认的回避", "Recusals that wait for your confirmation"], Tone.Warn, declared, null);
        }

        if (IsAny(actor, DirectoryRoles.Readers))
        {
            var notes = (await deadlines.ReadAsync(cancellation)).Of(actor.Department);
            yield return ToDoGroup.Of(
                words["执法证已到期或快到期", "Certificates that have ended or end soon"], Tone.Warn,
                [.. notes.Certificates.Select(static one => new ToDo(one.Name, $"/console/inspectors/{Uri.EscapeDataString(one.InspectorId)}", one.Department, one.ExpiresOn))],
                "/console/inspectors?days=90");
        }

        if (IsAny(actor, $"{Role.Administrator},{Role.Auditor},{Role.Scheduler}"))
        {
            yield return ToDoGroup.Of(
                words["没有做成或错过的自动任务", "Jobs that failed or were missed"], Tone.Bad,
                [.. (await board.ListAsync(cancellation)).Where(JobWords.NeedsLooking).Select(job => new ToDo(words.Job(job.Name), "/console/jobs", words.Outcome(job.Outcome)))],
                "/console/jobs");
        }
    }

    private static bool IsAny(Actor actor, string roles) => roles.Split(',').Any(actor.Is);
}
