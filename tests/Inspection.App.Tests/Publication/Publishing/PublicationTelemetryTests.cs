using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Inspection.App.Publication;
using Inspection.App.Results;
using Inspection.App.Telemetry;
using Inspection.App.Tests.Results;

namespace Inspection.App.Tests.Publication;

public sealed class PublicationTelemetryTests
{
    // Other tests publish at the same time, with the same meter.
    private static readonly AsyncLocal<bool> IsHere = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_publication_and_correction_is_counted_once_and_how_many_are_overdue_is_told()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var id = new ResultId(fixture.DrawId, await fixture.FirstVisitAsync());
        var told = new ConcurrentQueue<string>();
        using var listener = Listen(told);
        IsHere.Value = true;

        foreach (var _ in new[] { 1, 2 })
        {
            await fixture.ApproveAsync(id);
            await fixture.Service<IResultPublisher>().PublishAsync(id.DrawId, id.Uscc, Cancellation);
            await fixture.Service<IResultPublisher>().PublishAsync(id.DrawId, id.Uscc, Cancellation);
        }

        fixture.Draws.App.Time.Advance(TimeSpan.FromDays(60));
        await fixture.Service<WatchDeadlines>().RunAsync(Cancellation);

        var late = (await fixture.VisitedAsync()).Count - 1;
        Assert.Equal(["inspection.publications published 1", "inspection.publications corrected 1", $"inspection.overdue {late}"], told);
    }

    private static MeterListener Listen(ConcurrentQueue<string> told)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == AppTelemetry.Name && instrument.Name is "inspection.publications" or "inspection.overdue")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Tell(told, $"{instrument.Name} {tags[0].Value} {value}"));
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => Tell(told, $"{instrument.Name} {value}"));
        listener.Start();
        return listener;
    }

    private static void Tell(ConcurrentQueue<string> told, string what)
    {
        if (IsHere.Value)
            told.Enqueue(what);
    }
}
