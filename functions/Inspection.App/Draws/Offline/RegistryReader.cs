using System.Globalization;
using Inspection.App.Directory;
using Inspection.Drawing;

namespace Inspection.App.Draws.Offline;

/// <summary>Reads the two files of a draw and applies the rules of who can be drawn and who can serve.</summary>
internal sealed class RegistryReader(CommitRequest request, CancellationToken cancellation)
{
    /// <summary>The code in <c>excluded.csv</c> of enterprises whose registration status is not 存续 or the like.</summary>
    public const string StatusRule = "status";

    private readonly List<RejectedRow> rejected = [];

    /// <param name="copy">Takes each enterprise on the roster with its name and address, for the lists that people read.</param>
    public Registry Read(RegistryCopy copy)
    {
        var (roster, excluded) = ReadEnterprises(copy);
        var (inspectors, leftOut) = ReadInspectors();
        if (roster.Count == 0 && rejected.Count == 0)
            throw new UnreadableFileException(request.EnterprisesFile, "no enterprise in it can be drawn; all were left out by their status");
        return new Registry(roster, excluded, inspectors, leftOut, rejected);
    }

    private (List<RosterEntry> Roster, List<Exclusion> Excluded) ReadEnterprises(RegistryCopy copy)
    {
        var options = new EnterpriseReadOptions
        {
            Classes = request.Sampling.Classes.ToHashSet(),
            Unclassified = request.Unclassified,
        };
        var (roster, excluded) = (new List<RosterEntry>(), new List<Exclusion>());
        foreach (var row in EnterpriseFile.Read(request.EnterprisesFile, options, rejected.Add))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!row.IsDrawable)
            {
                excluded.Add(new Exclusion(row.Uscc, StatusRule));
                continue;
            }

            roster.Add(new RosterEntry(row.Uscc, row.RiskClass!.Value));
            copy.Add(row);
        }

        return (roster, excluded);
    }

    private (List<Drawing.Inspector> Inspectors, List<LeftOutInspector> LeftOut) ReadInspectors()
    {
        var (inspectors, leftOut) = (new List<Drawing.Inspector>(), new List<LeftOutInspector>());
        foreach (var row in InspectorFile.Read(request.InspectorsFile, rejected.Add))
        {
            if (!row.IsActive)
                leftOut.Add(new LeftOutInspector(row.InspectorId, row.Department, "not active", $"status {row.Status}"));
            else if (row.CertificateExpires < request.EndsOn)
                leftOut.Add(new LeftOutInspector(row.InspectorId, row.Department, "without certificate to the last day", Expiry(row)));
            else
                inspectors.Add(new Drawing.Inspector(row.InspectorId, row.Department, row.Skills, row.Recused));
        }

        return (inspectors, leftOut);
    }

    private string Expiry(InspectorRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"the certificate ends on {row.CertificateExpires:yyyy-MM-dd} and the task on {request.EndsOn:yyyy-MM-dd}");
}
