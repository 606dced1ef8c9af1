using System.Globalization;
using Inspection.App.Directory;
using Inspection.App.Jobs;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.Extensions.Options;

namespace Inspection.App.Publication;

/// <summary>
/// The daily job that looks at what runs out: results that should be public and are not, which are listed publicly, and
/// certificates of inspectors, which are noted for the console. It also makes the bulk files of the months that changed.
/// </summary>
internal sealed class WatchDeadlines(
    OverdueResults overdue, InspectorStore inspectors, DeadlineStore notes, BulkMaker bulk, IOptions<RuleOptions> rules, LocalTime time, IAuditLog audit) : IJob
{
    /// <summary>Half past midnight in Beijing is 16:30 UTC of the day before.</summary>
    public const string Cron = "0 30 16 * * *";

    private const int MostCertificates = 1000;

    public string Name => nameof(WatchDeadlines);

    public string Schedule => Cron;

    public async Task<JobReport> RunAsync(CancellationToken cancellation)
    {
        var (late, mended) = await overdue.BringAsync(cancellation);
        PublicationTelemetry.Overdue(late);
        if (mended > 0)
            await audit.WriteAsync(Actor.Calendar, Name, "public/overdue", cancellation: cancellation);
        var expiring = await ExpiringAsync(cancellation);
        await notes.PutAsync(new DeadlineNotes(time.Now.ToUniversalTime(), late, expiring.Count, [.. expiring.Take(MostCertificates)]), cancellation);
        var months = await bulk.MakeAsync(cancellation);
        return JobReport.Complete(string.Create(
            CultureInfo.InvariantCulture,
            $"{late} results are overdue; {expiring.Count} certificates have run out or will within {rules.Value.CertificateWarningDays} days; the files of {months} months were made"));
    }

    private async Task<IReadOnlyList<ExpiringCertificate>> ExpiringAsync(CancellationToken cancellation)
    {
        var last = time.Today.AddDays(rules.Value.CertificateWarningDays);
        return await inspectors.ScanAsync(cancellation)
            .Where(inspector => inspector.IsActive && inspector.CertificateExpires <= last)
            .OrderBy(static inspector => inspector.CertificateExpires).ThenBy(static inspector => inspector.InspectorId, StringComparer.Ordinal)
            .Select(static one => new ExpiringCertificate(one.InspectorId, one.Name, one.Department, one.CertificateExpires))
            .ToListAsync(cancellation);
    }
}
