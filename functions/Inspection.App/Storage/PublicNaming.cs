namespace Inspection.App.Storage;

/// <summary>
/// What everybody may read, told by the name: tables that begin with <c>public</c>, those of the ledger, and blobs under
/// <c>public/</c>. Nothing internal has such a name, and public endpoints read nothing else.
/// </summary>
internal static class PublicNaming
{
    public const string Folder = "public/";

    private static readonly string[] Tables = ["public", "ledger"];

    public static bool IsTable(string table) => Tables.Any(prefix => table.StartsWith(prefix, StringComparison.Ordinal));

    public static bool IsBlob(string name) => name.StartsWith(Folder, StringComparison.Ordinal);
}
