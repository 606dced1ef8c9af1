using Inspection.App.Ledger;
using Inspection.App.Publication;
using Inspection.App.Results;
using Inspection.App.Storage;
using Inspection.App.Tests.Draws;

namespace Inspection.App.Tests.Publication;

/// <summary>Looks at every place in which a published result stands.</summary>
internal static class PublicSides
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Each side has the result once, all say the same, and nothing is left to do.</summary>
    public static async Task AssertWholeAsync(DrawFixture fixture, ResultId id, int revisions, string when)
    {
        var result = (await fixture.Service<ResultStore>().FindAsync(id.DrawId, id.Uscc, Cancellation))!;
        Assert.True(result is { State: ResultState.Published } && result.PublishedRevision == revisions, $"{when}: {result}");
        var row = (await fixture.Service<PublicResultStore>().FindAsync(id.ToString(), Cancellation))!;
        Assert.Equal((revisions, revisions, result.PublishedAt), (row.Result.Revision, row.Result.Revisions.Count, row.Result.PublishedAt));
        await AssertRowsAsync(fixture, row, when);

        var entries = new List<LedgerEntry?>();
        for (var number = 1; number <= revisions; number++)
            entries.Add(await fixture.Service<ILedger>().FindAsync(AnnouncedRevision.KeyOf(id, number), Cancellation));
        Assert.Equal(row.Result.Revisions.Select(revision => (DateTimeOffset?)revision.PublishedAt), entries.Select(entry => entry?.Time));
        var corrected = (await fixture.Service<PublicCorrectionStore>().ListAsync(1000, null, Cancellation)).Items.Count(one => one.ResultId == id.ToString());
        Assert.Equal(revisions - 1, corrected);
        Assert.Empty(await fixture.Service<ResultsToPublish>().DueAsync(id.DrawId, id.Uscc, Cancellation));
    }

    /// <summary>The ledger holds, with one entry for each revision that was published and one for the notice and the record of each draw.</summary>
    public static async Task AssertLedgerAsync(DrawFixture fixture, int results, int draws = 1)
    {
        var report = await fixture.Service<LedgerVerification>().VerifyAsync(1, null, Cancellation);
        Assert.Null(report.Fault);
        Assert.Equal((2 * draws) + results, report.To);
    }

    private static async Task AssertRowsAsync(DrawFixture fixture, PublicRow row, string when)
    {
        var rows = await fixture.Service<ITableStore>().QueryAsync(PublicResultStore.Table, TableRange.All, Cancellation)
            .Where(one => PublicResultPlace.IsRowOf(one.RowKey, row.Result.Id)).ToListAsync(Cancellation);
        Assert.Equal([row.Place.Draw, row.Place.Enterprise, row.Place.InMonth], rows.Select(one => one.PartitionKey).Order(StringComparer.Ordinal));
        Assert.All(rows, one => Assert.Equal((row.Sequence, StoredJson.Write(row.Result)), (PublicRow.SequenceOf(one), StoredJson.Write(PublicRow.Read(one).Result))));
        foreach (var query in new[] { new ResultQuery(), new ResultQuery { Uscc = row.Result.Uscc }, new ResultQuery { Name = row.Result.Name }, new ResultQuery { DrawId = row.Result.DrawId } })
        {
            var found = await PublicShelf.AllAsync(fixture.Service<ResultFinder>(), query, 100);
            Assert.True(found.Count(one => one.Id == row.Result.Id) == 1, $"{when}: {query}");
        }
    }
}
