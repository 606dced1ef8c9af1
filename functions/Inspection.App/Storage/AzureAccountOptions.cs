using System.Text.RegularExpressions;

namespace Inspection.App.Storage;

/// <summary>
/// Where a storage account of Azure is: by its name, by the addresses of its services, both read with the process's own
/// identity, or by a connection string.
/// </summary>
public partial record AzureAccountOptions
{
    /// <summary>Its name; its addresses follow from it and <see cref="StorageOptions.EndpointSuffix"/>.</summary>
    public string? Account { get; init; }

    /// <summary>As <c>https://ACCOUNT.table.core.windows.net</c>, or of another cloud.</summary>
    public Uri? TableServiceUri { get; init; }

    /// <summary>As <c>https://ACCOUNT.blob.core.windows.net</c>, or of another cloud.</summary>
    public Uri? BlobServiceUri { get; init; }

    /// <summary>For Azurite and accounts that still have keys.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Whether anything of this is given.</summary>
    protected bool IsGiven => Account is not null || IsByAddress || ConnectionString is not null;

    private bool IsByAddress => TableServiceUri is not null || BlobServiceUri is not null;

    /// <summary>What is wrong, under the name of the section that this is read from.</summary>
    internal IEnumerable<string> AccountProblems(string section)
    {
        var ways = new[] { Account is not null, IsByAddress, ConnectionString is not null }.Count(given => given);
        if (ways != 1)
        {
            yield return $"{section} needs one of three: Account, both TableServiceUri and BlobServiceUri, or ConnectionString; "
                + (ways == 0 ? "none is given" : "several are given");
        }

        if (Account is not null && !AccountName().IsMatch(Account))
            yield return $"{section}:Account is '{Account}'; an account's name has 3 to 24 lower-case letters and digits";
        if (IsByAddress && !(IsAddress(TableServiceUri) && IsAddress(BlobServiceUri)))
            yield return $"{section}:TableServiceUri and {section}:BlobServiceUri are both needed, as https addresses";
        if (ConnectionString is { Length: 0 })
            yield return $"{section}:ConnectionString is empty; leave it out";
    }

    private static bool IsAddress(Uri? uri) => uri is { IsAbsoluteUri: true, Scheme: "https" };

    [GeneratedRegex(@"\A[a-z0-9]{3,24}\z")]
    private static partial Regex AccountName();
}
