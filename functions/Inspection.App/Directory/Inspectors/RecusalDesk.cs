using Inspection.App.Outcomes;
using Inspection.App.Security;

namespace Inspection.App.Directory;

/// <summary>Takes recusals: one person declares, another one confirms (行政处罚法 art. 43).</summary>
internal sealed class RecusalDesk(InspectorStore inspectors, TimeProvider time)
{
    public async Task<Outcome<Recusal>> DeclareAsync(
        string inspectorId, string uscc, string grounds, Actor actor, CancellationToken cancellation = default)
    {
        if (!CodeCell.TryParse(CellText.Narrow(uscc), out var code, out var problem))
            return DirectoryRefusals.BadValue("uscc", problem);
        var why = CellText.Trim(grounds);
        if (InspectorRules.ProblemOfGrounds(why) is { } badGrounds)
            return DirectoryRefusals.BadValue("grounds", badGrounds);
        if (await inspectors.GetAsync(inspectorId, cancellation) is null)
            return DirectoryRefusals.Unknown($"inspector {inspectorId}");
        var recusal = new Recusal(code, why, actor.Name, time.GetUtcNow(), null, null);
        return await inspectors.AddRecusalAsync(inspectorId, recusal, cancellation)
            ? recusal
            : Refusal.Conflict(
                "already-recused", $"inspector {inspectorId} is recused from {code} already; a second person confirms it");
    }

    /// <summary>Confirms a declared recusal; confirming it again changes nothing.</summary>
    public async Task<Outcome<Recusal>> ConfirmAsync(
        string inspectorId, string uscc, Actor actor, CancellationToken cancellation = default)
    {
        if (!CodeCell.TryParse(CellText.Narrow(uscc), out var code, out var problem))
            return DirectoryRefusals.BadValue("uscc", problem);
        if (await inspectors.GetRecusalAsync(inspectorId, code, cancellation) is not { } found)
            return DirectoryRefusals.Unknown($"recusal of inspector {inspectorId} from {code}");
        var (declared, etag) = found;
        if (declared.State == RecusalState.Confirmed)
            return declared;
        if (declared.DeclaredBy.Equals(actor.Name, StringComparison.OrdinalIgnoreCase))
            return Refusal.Forbidden("two-persons", $"{actor.Name} declared this recusal; somebody else has to confirm it");
        var confirmed = declared with { ConfirmedBy = actor.Name, ConfirmedAt = time.GetUtcNow() };
        return await inspectors.ReplaceRecusalAsync(inspectorId, confirmed, etag, cancellation)
            ? confirmed
            : DirectoryRefusals.Stale($"the recusal of inspector {inspectorId} from {code}");
    }
}
