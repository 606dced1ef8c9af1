using Inspection.App.Storage;
using Inspection.App.Storage.Embedded;

namespace Inspection.App.Tests.Storage;

public sealed class LeaseTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new();
    private readonly SqliteTableStore store;

    public LeaseTests() => store = new SqliteTableStore(Path.Combine(folder.Path, "inspection.db"), time);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_lease_has_one_holder()
    {
        var first = await TakeAsync("月度抽查");

        Assert.NotNull(first);
        Assert.Equal(time.GetUtcNow() + Minute, first.ExpiresAt);
        Assert.Null(await TakeAsync("月度抽查"));
        Assert.NotNull(await TakeAsync("another"));
    }

    [Fact]
    public async Task Of_many_that_take_it_at_once_one_gets_it()
    {
        for (var round = 0; round < 5; round++)
        {
            var leases = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => TakeAsync("job"))));
            Assert.Equal(round + 1, Assert.Single(leases, lease => lease is not null)!.Term);
            time.Advance(Minute);
        }
    }

    [Fact]
    public async Task A_lease_that_was_given_back_can_be_taken_at_once()
    {
        await using (await TakeAsync("job"))
            Assert.Null(await TakeAsync("job"));

        Assert.Equal(2, (await TakeAsync("job"))!.Term);
    }

    [Fact]
    public async Task A_lease_that_ran_out_goes_to_the_next_and_its_old_holder_learns_it()
    {
        var dead = await TakeAsync("job");
        time.Advance(Minute);
        var next = await TakeAsync("job");

        Assert.NotNull(next);
        Assert.NotEqual(dead!.Holder, next.Holder);
        Assert.False(await dead.RenewAsync(Cancellation));
        await dead.DisposeAsync();
        Assert.True(await next.RenewAsync(Cancellation));
    }

    [Fact]
    public async Task A_renewed_lease_lasts_from_its_renewal()
    {
        var lease = await TakeAsync("job");
        time.Advance(TimeSpan.FromSeconds(50));
        Assert.True(await lease!.RenewAsync(Cancellation));
        time.Advance(TimeSpan.FromSeconds(50));

        Assert.Null(await TakeAsync("job"));
        Assert.True(await lease.RenewAsync(Cancellation));
    }

    private Task<Lease?> TakeAsync(string name) => Lease.TryTakeAsync(store, time, name, Minute, Cancellation);
}
