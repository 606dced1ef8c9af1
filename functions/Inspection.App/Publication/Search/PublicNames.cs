using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Inspection.App.Directory;
using Inspection.App.Storage;

namespace Inspection.App.Publication;

/// <summary>
/// Finds published results by any two characters of the name: table <c>publicnames</c>, a row for each piece of each name.
/// <code>
/// partition = piece     row = that of the result
/// </code>
/// Since a result has the same row key under each of its pieces, the results that have all pieces of a text are where all
/// partitions have the same row, found in order and without reading what lies between: each partition is asked for its
/// next row at or after the greatest that the others have reached.
/// </summary>
/// <remarks>
/// The rows are written before the result, and are never taken away. A result that is not there yet, or whose name has the
/// pieces in other places, costs its reader a look.
/// </remarks>
internal sealed class PublicNames(ITableStore tables)
{
    private const string Table = "publicnames";

    // A few pieces narrow a search down; the comparison of the names does the rest.
    private const int MostPieces = 8;

    /// <summary>Indexes the name of a result that is about to be written.</summary>
    public Task AddAsync(string name, string row, CancellationToken cancellation) => Task.WhenAll(
        NamePieces.Of(NamePieces.Normal(name)).Select(
            piece => tables.UpsertAsync(Table, new TableEntity(NamePieces.Key(piece), row), cancellation)));

    /// <summary>The rows under which results may have this text in their names, ascending; all that do are among them.</summary>
    /// <param name="normal">Two characters or more, in <see cref="NamePieces.Normal"/> form.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="work">What the search may cost; where it is spent, the rows end early.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async IAsyncEnumerable<string> FindAsync(
        string normal, string from, SearchWork work, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var pieces = NamePieces.Of(normal).Take(MostPieces).Select(piece => new Postings(tables, NamePieces.Key(piece))).ToList();
        var (row, agreeing) = (from, 0);
        for (var at = 0; ; at = (at + 1) % pieces.Count)
        {
            work.Reached = row;
            if (work.IsSpent)
                yield break;
            if (await pieces[at].NextAsync(row, work, cancellation) is not { } next)
            {
                work.Reached = null;
                yield break;
            }

            agreeing = next == row ? agreeing + 1 : 1;
            row = next;
            if (agreeing < pieces.Count)
                continue;
            yield return row;
            (row, agreeing) = (After(row), 0);
        }
    }

    /// <summary>The first key after this one: a space is the first character of keys.</summary>
    public static string After(string row) => row + " ";

    /// <summary>
    /// The rows of one piece, read in pages from wherever the search has come to. Where two common pieces seldom meet, most of
    /// a page is passed over unread: pages grow while they are used and shrink while they are not.
    /// </summary>
    private sealed class Postings(ITableStore tables, string partition)
    {
        private const int SmallestPage = 4;
        private const int LargestPage = 64;

        private readonly Queue<string> ahead = new();
        private int size = SmallestPage;
        private int used;
        private bool isRead;

        /// <summary>The first row at or after this one; null where there is none.</summary>
        public async Task<string?> NextAsync(string row, SearchWork work, CancellationToken cancellation)
        {
            while (true)
            {
                while (ahead.TryPeek(out var next))
                {
                    if (string.CompareOrdinal(next, row) >= 0)
                    {
                        used++;
                        return next;
                    }

                    ahead.Dequeue();
                }

                if (isRead)
                    return null;
                await ReadAsync(row, work, cancellation);
            }
        }

        private async Task ReadAsync(string row, SearchWork work, CancellationToken cancellation)
        {
            size = used >= size / 2 ? Math.Min(size * 2, LargestPage) : Math.Max(size / 2, SmallestPage);
            used = 0;
            var page = await tables.QueryPageAsync(Table, TableRange.Rows(partition, row), size, cancellation: cancellation);
            work.Reads++;
            foreach (var entity in page.Entities)
                ahead.Enqueue(entity.RowKey);
            isRead = page.Continuation is null;
        }
    }
}
