namespace Inspection.App.Storage;

/// <summary>A store that can name its tables, for whoever copies all of it. Nothing else needs to know them.</summary>
internal interface ITableNames
{
    /// <summary>The names of the tables that were ever written to, in no particular order.</summary>
    IAsyncEnumerable<string> TablesAsync(CancellationToken cancellation = default);
}
