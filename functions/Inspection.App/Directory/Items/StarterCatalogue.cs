namespace Inspection.App.Directory;

/// <summary>
/// A list of check items to begin with, from the fields of law that random inspection covers. It ships as data
/// (<c>Data/check-items.csv</c>); an authority edits it to its own list. Its codes stay what they are.
/// </summary>
public sealed class StarterCatalogue(CheckItemStore store)
{
    private const string Resource = "Inspection.App.Directory.Data.check-items.csv";

    /// <summary>Puts the catalogue into an empty store; one that holds items is left as it is.</summary>
    /// <returns>How many items were put there.</returns>
    public async Task<int> LoadAsync(CancellationToken cancellation = default)
    {
        if (await store.ScanAsync(cancellation).AnyAsync(cancellation))
            return 0;
        var items = Read();
        await store.PutAsync(items, cancellation);
        await store.RepairPublicAsync(cancellation);
        return items.Count;
    }

    internal static IReadOnlyList<CheckItem> Read()
    {
        using var file = typeof(StarterCatalogue).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"the program lacks its resource {Resource}");
        return [.. ItemFile.Read(file, Resource, Refuse).Select(row => row.Item)];
    }

    private static void Refuse(RejectedRow row) =>
        throw new InvalidOperationException($"{row.File} line {row.Line}, {row.Column}: {row.Problem}");
}
