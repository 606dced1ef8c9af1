using Inspection.App.Results;
using Inspection.App.Storage.Embedded;
using Inspection.App.Tests.Storage;

namespace Inspection.App.Tests.Results;

public sealed class ResultStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteTableStore tables;
    private readonly ResultStore store;
    private readonly ResultsToPublish queue;

    public ResultStoreTests()
    {
        tables = new SqliteTableStore(Path.Combine(folder.Path, "t.db"), new ManualTime());
        store = new ResultStore(tables);
        queue = new ResultsToPublish(tables, store, new ObjectionStore(tables));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        tables.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_result_is_begun_once_and_changed_only_as_it_was_read()
    {
        var draft = (await store.AddAsync(SampleResult.Draft, Cancellation))!;

        Assert.Null(await store.AddAsync(SampleResult.Draft, Cancellation));
        var changed = (await store.ReplaceAsync(draft with { State = ResultState.Returned }, Cancellation))!;
        Assert.Null(await store.ReplaceAsync(draft, Cancellation));
        Assert.Equal((1, 2), (draft.Version, changed.Version));
        var found = (await store.FindAsync(SampleResult.DrawId, SampleResult.Uscc, Cancellation))!;
        Assert.Equal((ResultState.Returned, 2), (found.State, found.Version));
        Assert.Equal(SampleResult.Terms.Items, found.Terms.Items);
        Assert.Equal([SampleResult.Uscc], await store.AllAsync(SampleResult.DrawId, Cancellation).Select(one => one.Uscc).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_submission_or_a_review_that_comes_too_late_leaves_nothing()
    {
        var draft = (await store.AddAsync(SampleResult.Draft, Cancellation))!;
        var submitted = await SubmitAsync(draft);

        Assert.Null(await store.SubmitAsync(draft with { Submission = 2 }, SampleResult.SubmissionOf(draft with { Submission = 2 }), Cancellation));
        await ReviewAsync(submitted, approve: false);
        Assert.Null(await store.ReviewAsync(submitted with { State = ResultState.Approved }, ReviewOf(submitted, approve: true) with { Submission = 9 }, Cancellation));

        Assert.Single(await store.SubmissionsAsync(SampleResult.DrawId, SampleResult.Uscc, Cancellation));
        Assert.False(Assert.Single(await store.ReviewsAsync(SampleResult.DrawId, SampleResult.Uscc, Cancellation)).Approve);
        Assert.Empty(await store.ApprovedAsync(SampleResult.DrawId, SampleResult.Uscc, Cancellation));
    }

    [Fact]
    public async Task Approved_revisions_are_listed_with_their_reason_and_returned_ones_are_not()
    {
        var first = await ReviewAsync(await SubmitAsync((await store.AddAsync(SampleResult.Draft, Cancellation))!), approve: false);
        var approved = await ReviewAsync(await SubmitAsync(first), approve: true);
        var published = (await store.MarkPublishedAsync(approved, SampleResult.At(5), Cancellation))!;
        Assert.Equal((ResultState.Published, 1, SampleResult.At(5)), (published.State, published.PublishedRevision, published.PublishedAt));
        Assert.Null(await store.MarkPublishedAsync(approved, SampleResult.At(6), Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.MarkPublishedAsync(published, SampleResult.At(6), Cancellation));

        var corrected = published with { State = ResultState.Draft, Revision = 2, CorrectionReason = "笔误" };
        var second = await ReviewAsync(await SubmitAsync((await store.ReplaceAsync(corrected, Cancellation))!), approve: true);
        var again = (await store.MarkPublishedAsync(second, SampleResult.At(9), Cancellation))!;

        Assert.Equal((2, SampleResult.At(5)), (again.PublishedRevision, again.PublishedAt));
        var revisions = await store.ApprovedAsync(SampleResult.DrawId, SampleResult.Uscc, Cancellation);
        Assert.Equal([(1, ""), (2, "笔误")], revisions.Select(one => (one.Number, one.Reason)));
        Assert.All(revisions, one => Assert.Equal("zhao", one.ApprovedBy));
    }

    [Fact]
    public async Task What_waits_for_publication_waits_from_the_write_that_was_promised_until_it_is_done()
    {
        var draft = (await store.AddAsync(SampleResult.Draft, Cancellation))!;
        await queue.AddAsync(draft, Cancellation);
        Assert.Empty(await DueAsync());
        var written = (await store.ReplaceAsync(draft, Cancellation))!;
        var due = Assert.Single(await DueAsync());
        Assert.Equal((SampleResult.DrawId, SampleResult.Uscc), (due.DrawId, due.Uscc));

        await queue.AddAsync(written, Cancellation);
        await queue.RemoveAsync(due, Cancellation);
        await store.ReplaceAsync(written, Cancellation);
        Assert.Equal(due.Row, Assert.Single(await DueAsync()).Row);

        await queue.RemoveAsync(Assert.Single(await queue.DueAsync(SampleResult.DrawId, SampleResult.Uscc, Cancellation)), Cancellation);
        Assert.Empty(await DueAsync());
    }

    [Fact]
    public async Task A_result_keeps_more_text_than_a_column_holds()
    {
        var terms = SampleResult.Terms with { Notes = string.Concat(Enumerable.Repeat("情况说明𠮷", 20_000)) };

        await store.AddAsync(SampleResult.Draft with { Terms = terms }, Cancellation);

        Assert.Equal(terms.Notes, (await store.FindAsync(SampleResult.DrawId, SampleResult.Uscc, Cancellation))!.Terms.Notes);
    }

    private async Task<InspectionResult> SubmitAsync(InspectionResult result)
    {
        var next = result with { State = ResultState.Submitted, Submission = result.Submission + 1 };
        return (await store.SubmitAsync(next, SampleResult.SubmissionOf(next), Cancellation))!;
    }

    private async Task<InspectionResult> ReviewAsync(InspectionResult result, bool approve) => (await store.ReviewAsync(
        result with { State = approve ? ResultState.Approved : ResultState.Returned }, ReviewOf(result, approve), Cancellation))!;

    private static Review ReviewOf(InspectionResult result, bool approve) =>
        new(result.Submission, approve, "", "zhao", SampleResult.At(3));

    private Task<List<QueuedResult>> DueAsync() => queue.DueAsync(Cancellation).ToListAsync(Cancellation).AsTask();
}
