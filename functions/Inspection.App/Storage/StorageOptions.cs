using System.Text.RegularExpressions;
using Inspection.App.Settings;

namespace Inspection.App.Storage;

public enum StorageKind
{
    /// <summary>SQLite and files under <see cref="StorageOptions.Path"/>.</summary>
    Embedded,

    /// <summary>Azure Tables and Blobs.</summary>
    Azure,
}

/// <summary>The settings <c>Storage:…</c>; those of <see cref="AzureAccountOptions"/> say where <c>Azure</c> is.</summary>
public sealed partial record StorageOptions : AzureAccountOptions, ISettings
{
    public const string GlobalSuffix = "core.windows.net";

    public static string Section => "Storage";

    public StorageKind Kind { get; init; } = StorageKind.Embedded;

    /// <summary>The folder of the embedded store, relative to the one that the program was started in.</summary>
    public string Path { get; init; } = "./data";

    /// <summary>What follows the service in the address of an account that is given by its name; another one in other clouds.</summary>
    public string EndpointSuffix { get; init; } = GlobalSuffix;

    /// <summary>For whom tokens are asked, as <c>https://storage.azure.com</c>; the cloud's own where it is not given.</summary>
    public string? Audience { get; init; }

    /// <summary>
    /// A second account for what is public (see <see cref="PublicNaming"/>), so that whoever may read that one sees nothing
    /// else; null keeps everything in one.
    /// </summary>
    public AzureAccountOptions? Public { get; init; }

    /// <summary>What is wrong with these settings, each with what would be right.</summary>
    public IEnumerable<string> Problems()
    {
        if (!Enum.IsDefined(Kind))
            yield return $"Storage:Kind is {Kind}; it is Embedded or Azure";
        if (Kind == StorageKind.Embedded && string.IsNullOrWhiteSpace(Path))
            yield return "Storage:Path is empty; give a folder";
        if (!HostName().IsMatch(EndpointSuffix))
            yield return $"Storage:EndpointSuffix is '{EndpointSuffix}'; give the end of a host's name, such as {GlobalSuffix}";
        if (Kind == StorageKind.Embedded && (IsGiven || Public is not null || Audience is not null))
            yield return "Storage:Kind is Embedded, but settings of Azure are given; set Storage:Kind=Azure or leave them out";
        if (Kind != StorageKind.Azure)
            yield break;
        if (ConnectionString is not null && Audience is not null)
            yield return "Storage:ConnectionString signs in by itself; leave out Storage:Audience, or it";
        foreach (var problem in AccountProblems(Section).Concat(Public?.AccountProblems($"{Section}:{nameof(Public)}") ?? []))
            yield return problem;
    }

    [GeneratedRegex(@"\A[a-z0-9-]+(\.[a-z0-9-]+)+\z")]
    private static partial Regex HostName();
}
