namespace Inspection.App.Publication;

/// <summary>The bulk files of a month: every result that first became public in it, as it stands now.</summary>
/// <param name="Month">The month, as 2026-12.</param>
/// <param name="MadeAt">When the files were made; they are made anew in the night after anything in them changed.</param>
/// <param name="Results">How many results they hold.</param>
/// <param name="Csv">The table with a row for each item.</param>
/// <param name="JsonLines">The documents, one on a line.</param>
public sealed record BulkMonth(string Month, DateTimeOffset MadeAt, int Results, BulkFile Csv, BulkFile JsonLines)
{
    internal IReadOnlyList<BulkFile> Files => [Csv, JsonLines];
}

/// <summary>A bulk file.</summary>
/// <param name="Name">Its name, which stays the same when it is made anew.</param>
/// <param name="Rows">How many rows or lines it has, the heading apart.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">The hash of its bytes: 64 hexadecimal digits.</param>
public sealed record BulkFile(string Name, int Rows, long Bytes, string Sha256);
