using Inspection.App.Settings;

namespace Inspection.App.Ledger;

/// <summary>The settings <c>Ledger:…</c>.</summary>
public sealed record LedgerOptions : ISettings
{
    public static string Section => "Ledger";

    /// <summary>The address of an RFC 3161 time stamp authority; none where heads are not stamped.</summary>
    public Uri? StampAuthority { get; set; }

    /// <summary>
    /// A file in PEM form with the authority's own certificate or the root that vouches for it. Without it a stamp's
    /// signature is checked, but not who made it.
    /// </summary>
    public string? StampCertificate { get; set; }

    /// <summary>Addresses outside, to which each new head is posted as JSON.</summary>
    public IReadOnlyList<Uri> Witnesses { get; set; } = [];

    /// <summary>How long an authority or a witness may take to answer.</summary>
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>How often a witness is tried in one run of the job; the next run tries again.</summary>
    public int Attempts { get; set; } = 3;

    public IEnumerable<string> Problems()
    {
        if (StampAuthority is not null && !IsAddress(StampAuthority))
            yield return $"Ledger:StampAuthority is '{StampAuthority}'; give an address as https://tsa.example/tsr";
        if (StampCertificate is not null && StampAuthority is null)
            yield return "Ledger:StampCertificate is given without Ledger:StampAuthority; give both, or neither";
        if (StampCertificate is not null && Stamps.StampTrust.ProblemIn(StampCertificate) is { } problem)
            yield return $"Ledger:StampCertificate: {problem}";
        foreach (var witness in Witnesses.Where(witness => !IsAddress(witness)))
            yield return $"Ledger:Witnesses has '{witness}'; give addresses as https://witness.example/heads";
        if (Witnesses.Distinct().Count() != Witnesses.Count)
            yield return "Ledger:Witnesses names an address twice";
        if (TimeoutSeconds is < 1 or > 300)
            yield return $"Ledger:TimeoutSeconds is {TimeoutSeconds}; it is 1 to 300";
        if (Attempts is < 1 or > 10)
            yield return $"Ledger:Attempts is {Attempts}; it is 1 to 10";
    }

    private static bool IsAddress(Uri uri) => uri is { IsAbsoluteUri: true, Scheme: "https" or "http" };
}
