using Inspection.App.Outcomes;
using Inspection.App.Storage;

namespace Inspection.App.Publication;

/// <summary>The public list of what is overdue, the longest overdue first: table <c>publicoverdue</c>.</summary>
internal sealed class OverdueResults(ITableStore tables, OverdueFinder finder)
{
    private readonly PublicList<OverdueResult> list = new(tables, "publicoverdue");

    public Task<Page<OverdueResult>> ListAsync(int limit, string? cursor, CancellationToken cancellation = default) =>
        list.ListAsync(limit, cursor, cancellation);

    /// <summary>Brings the whole list to what is overdue now.</summary>
    /// <returns>How many visits are overdue, and how many entries had to be mended.</returns>
    public async Task<(int Overdue, int Mended)> BringAsync(CancellationToken cancellation)
    {
        var overdue = 0;
        var all = finder.AllAsync(cancellation).Select(one =>
        {
            overdue += one.Entry.Value.Visits;
            return one;
        });
        var mended = await list.RepairAsync(all, finder.FindAsync, cancellation);
        return (overdue, mended);
    }

    /// <summary>
    /// Takes a result off the list that has become public. Whoever writes it down at this moment reads the result again
    /// afterwards, and so finds it public.
    /// </summary>
    public async Task RemoveAsync(string resultId, CancellationToken cancellation)
    {
        if (await list.FindAsync(resultId, cancellation) is not null)
            await list.BringAsync(resultId, token => finder.FindAsync(resultId, token), cancellation);
    }
}
