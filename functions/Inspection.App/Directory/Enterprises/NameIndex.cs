using System.Diagnostics;
using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Directory;

/// <summary>
/// Finds names by any two characters of them. For each piece and area one row says in which slots there is a name with
/// that piece; whoever searches reads those slots and compares the names.
/// <code>
/// partition = area     row = piece     Slots = SlotSet
/// </code>
/// A row for each piece and enterprise would cost a dozen writes per enterprise; so the rows are as many as there are
/// different pieces, and 100,000 names need some ten thousand.
/// </summary>
/// <remarks>
/// Slots are only ever added, before the names are written: a slot that no longer has the piece costs a comparison, a
/// name that the index lacked would never be found. Adding the same again changes nothing.
/// </remarks>
internal sealed class NameIndex(ITableStore tables)
{
    private const string Table = "enterprisenames";
    private const string Slots = nameof(Slots);
    private const int AtOnce = 8;

    /// <summary>Indexes names that are about to be written.</summary>
    public async Task AddAsync(IReadOnlyCollection<Enterprise> enterprises, CancellationToken cancellation = default)
    {
        var rows = Collect(enterprises).SelectMany(area => area.Value
            .Select(piece => new Posting(area.Key, NamePieces.Key(piece.Key), piece.Value))
            .OrderBy(posting => posting.Row, StringComparer.Ordinal)
            .Chunk(EntityRules.MaxTransaction));
        await Parallel.ForEachAsync(
            rows,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (postings, token) =>
            {
                while (!await TryAddAsync(postings, token))
                {
                    // Somebody else added to one of the rows meanwhile: they are read and joined again.
                }
            });
    }

    /// <summary>The slots of the area where names may hold the text; all that do are among them.</summary>
    /// <param name="area">The area.</param>
    /// <param name="normal">At least two characters in <see cref="NamePieces.Normal"/> form.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<SlotSet> FindAsync(string area, string normal, CancellationToken cancellation = default)
    {
        var rows = await Task.WhenAll(NamePieces.Of(normal).Select(
            piece => tables.GetAsync(Table, area, NamePieces.Key(piece), cancellation)));
        Debug.Assert(rows.Length > 0, "one character has no piece");
        if (rows.Any(row => row is null))
            return new SlotSet();
        var found = SlotSet.Read(rows[0]!.GetBinary(Slots));
        foreach (var row in rows.Skip(1))
            found.Intersect(SlotSet.Read(row!.GetBinary(Slots)));
        return found;
    }

    private static Dictionary<string, Dictionary<ulong, SlotSet>> Collect(IReadOnlyCollection<Enterprise> enterprises)
    {
        var areas = new Dictionary<string, Dictionary<ulong, SlotSet>>(StringComparer.Ordinal);
        foreach (var enterprise in enterprises)
        {
            var place = EnterprisePlace.Of(enterprise.Uscc);
            if (!areas.TryGetValue(place.Area, out var pieces))
                areas.Add(place.Area, pieces = []);
            foreach (var piece in NamePieces.Of(NamePieces.Normal(enterprise.Name)))
            {
                if (!pieces.TryGetValue(piece, out var slots))
                    pieces.Add(piece, slots = new SlotSet());
                slots.Add(place.Slot);
            }
        }

        return areas;
    }

    private async Task<bool> TryAddAsync(IReadOnlyList<Posting> postings, CancellationToken cancellation)
    {
        var rows = await Task.WhenAll(postings.Select(
            posting => tables.GetAsync(Table, posting.Area, posting.Row, cancellation)));
        var writes = postings.Zip(rows, Write).OfType<TableWrite>().ToList();
        return writes.Count == 0 || (await tables.TransactAsync(Table, writes, cancellation)).Done;
    }

    private static TableWrite? Write(Posting posting, TableEntity? row)
    {
        if (row is null)
        {
            return TableWrite.Insert(
                new TableEntity(posting.Area, posting.Row) { [Slots] = posting.Slots.ToBytes() });
        }

        var slots = SlotSet.Read(row.GetBinary(Slots));
        if (!slots.Add(posting.Slots))
            return null;
        return TableWrite.Replace(new TableEntity(posting.Area, posting.Row) { [Slots] = slots.ToBytes() }, row.ETag);
    }

    private sealed record Posting(string Area, string Row, SlotSet Slots);
}
