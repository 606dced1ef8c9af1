using Inspection.App.Directory;
using Inspection.App.Planning;

namespace Inspection.App.Oversight;

/// <summary>Makes the figures of a year, those for who oversees every time and those for everybody once a month.</summary>
internal sealed class FigureMaker(FactReader facts, FigureStore figures, PlanStore plans, CheckItemStore items, LocalTime time)
{
    public async Task<IReadOnlyList<DrawFacts>> MakeAsync(int year, CancellationToken cancellation)
    {
        var draws = await facts.OfYearAsync(year, cancellation);
        var names = await items.ScanAsync(cancellation).ToDictionaryAsync(static item => item.Code, static item => item.Name, cancellationToken: cancellation);
        await figures.PutAsync(
            new YearFigures
            {
                Year = year,
                AsOf = time.Now,
                Rates = RateTable.Of(draws, names),
                Effects = EffectTable.Of(draws, time.Today),
                Plans = await plans.AllAsync(cancellation).Where(plan => plan.Terms.Year == year && plan.ApprovedBy.Length > 0)
                    .Select(plan => PlanRow.Of(plan, draws)).ToListAsync(cancellation),
            },
            cancellation);
        await PublishAsync(year, draws, names, cancellation);
        return draws;
    }

    /// <summary>What is public stays as it is until the next month, so that no single result shows in its change.</summary>
    private async Task PublishAsync(
        int year, IReadOnlyList<DrawFacts> draws, IReadOnlyDictionary<string, string> names, CancellationToken cancellation)
    {
        var before = new DateOnly(time.Today.Year, time.Today.Month, 1);
        if (await figures.FindPublicAsync(year, cancellation) is { } published && published.Before >= before)
            return;
        var known = draws.Before(before);
        await figures.PutPublicAsync(
            new PublicStatistics
            {
                Year = year,
                Before = before,
                Rates = [.. RateTable.Of(known, names).Select(PublicRate.Of).OfType<PublicRate>()],
                Effects = [.. EffectTable.Of(known, before).Select(PublicEffect.Of)],
            },
            cancellation);
    }
}
