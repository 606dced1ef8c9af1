using Inspection.App.Outcomes;

namespace Inspection.App.Directory;

/// <summary>Which inspectors a list wants.</summary>
/// <param name="Text">A part of the name or of the number; null for any.</param>
/// <param name="Department">The department; null for all.</param>
/// <param name="ExpiresBefore">Those whose certificate ends before this day; null for all.</param>
internal sealed record InspectorQuery(string? Text, string? Department, DateOnly? ExpiresBefore = null)
{
    public bool Takes(InspectorProfile inspector) =>
        (Department is null || inspector.Department == Department)
        && (ExpiresBefore is null || inspector.CertificateExpires < ExpiresBefore)
        && (inspector.InspectorId.Contains(Text ?? "", StringComparison.OrdinalIgnoreCase)
            || inspector.Name.Contains(Text ?? "", StringComparison.OrdinalIgnoreCase));

    /// <summary>A page of them, in the order of their numbers.</summary>
    public Task<Page<TView>> ReadAsync<TView>(
        InspectorStore store, string? cursor, int limit, Func<InspectorProfile, TView> viewOf, CancellationToken cancellation) =>
        KeyPage.ReadAsync(
            InspectorEntity.Partition,
            cursor,
            limit,
            row => (row is null ? store.ScanAsync(cancellation) : store.ScanAfterAsync(row, cancellation)).Where(Takes),
            inspector => InspectorEntity.Row(inspector.InspectorId),
            viewOf,
            cancellation);
}
