using System.Globalization;

namespace Inspection.App.Oversight;

/// <summary>
/// The figures of the years. What is for those who oversee lies in blobs <c>oversight/years/YEAR.json</c>; what is for
/// everybody, and nothing else, in <c>public/statistics/YEAR.json</c>.
/// </summary>
internal sealed class FigureStore(JsonBlobs blobs)
{
    public Task<YearFigures?> FindAsync(int year, CancellationToken cancellation) =>
        blobs.FindAsync<YearFigures>(Name("oversight/years", year), cancellation);

    public Task PutAsync(YearFigures figures, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return blobs.PutAsync(Name("oversight/years", figures.Year), figures, cancellation);
    }

    public Task<PublicStatistics?> FindPublicAsync(int year, CancellationToken cancellation) =>
        blobs.FindAsync<PublicStatistics>(Name("public/statistics", year), cancellation);

    public Task PutPublicAsync(PublicStatistics statistics, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        return blobs.PutAsync(Name("public/statistics", statistics.Year), statistics, cancellation);
    }

    private static string Name(string folder, int year) => string.Create(CultureInfo.InvariantCulture, $"{folder}/{year}.json");
}
