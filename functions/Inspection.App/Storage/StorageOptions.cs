using Inspection.App.Settings;

namespace Inspection.App.Storage;

public enum StorageKind
{
    /// <summary>SQLite and files under <see cref="StorageOptions.Path"/>.</summary>
    Embedded,

    /// <summary>Azure Tables and Blobs.</summary>
    Azure,
}

/// <summary>The settings <c>Storage:…</c>.</summary>
public sealed record StorageOptions : ISettings
{
    public static string Section => "Storage";

    public StorageKind Kind { get; init; } = StorageKind.Embedded;

    /// <summary>The folder of the embedded store, relative to the one that the program was started in.</summary>
    public string Path { get; init; } = "./data";

    /// <summary>As <c>https://ACCOUNT.table.core.windows.net</c>, or of another cloud; read with the process's own identity.</summary>
    public Uri? TableServiceUri { get; init; }

    /// <summary>As <c>https://ACCOUNT.blob.core.windows.net</c>, or of another cloud.</summary>
    public Uri? BlobServiceUri { get; init; }

    /// <summary>Instead of both addresses, for Azurite and accounts that still have keys.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>For whom tokens are asked, as <c>https://storage.azure.com</c>; the SDK's own default where it is not given.</summary>
    public string? Audience { get; init; }

    /// <summary>What is wrong with these settings, each with what would be right.</summary>
    public IEnumerable<string> Problems()
    {
        if (!Enum.IsDefined(Kind))
            yield return $"Storage:Kind is {Kind}; it is Embedded or Azure";
        if (Kind == StorageKind.Embedded && string.IsNullOrWhiteSpace(Path))
            yield return "Storage:Path is empty; give a folder";
        var byAddress = TableServiceUri is not null || BlobServiceUri is not null || Audience is not null;
        var byString = !string.IsNullOrWhiteSpace(ConnectionString);
        if (Kind == StorageKind.Embedded && (byAddress || byString))
            yield return "Storage:Kind is Embedded, but settings of Azure are given; set Storage:Kind=Azure or leave them out";
        if (Kind == StorageKind.Azure && byAddress && byString)
            yield return "Storage:ConnectionString stands alone: leave out the service addresses and the audience, or it";
        if (Kind == StorageKind.Azure && !byString && (!IsAddress(TableServiceUri) || !IsAddress(BlobServiceUri)))
            yield return "Storage:TableServiceUri and Storage:BlobServiceUri are both needed as https addresses, or Storage:ConnectionString";
    }

    private static bool IsAddress(Uri? uri) => uri is { IsAbsoluteUri: true, Scheme: "https" };
}
