namespace Inspection.App.Results;

/// <summary>Shows the public where objections stand.</summary>
internal sealed class PublicObjections(ObjectionStore objections, PublicObjectionStore shown)
{
    /// <summary>
    /// Brings the public rows of a result's objections to what they say now. It may be called at any time, twice at once and
    /// again after a crash.
    /// </summary>
    /// <returns>What the public sees, the oldest first.</returns>
    public async Task<IReadOnlyList<PublicObjection>> SettleAsync(ResultId result, CancellationToken cancellation)
    {
        var all = await objections.OfResultAsync(result, cancellation);
        foreach (var objection in all)
            await shown.PutAsync(objection, cancellation);
        return [.. all.Select(PublicObjection.Of)];
    }
}
