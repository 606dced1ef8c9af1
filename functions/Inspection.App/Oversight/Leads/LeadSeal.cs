using Inspection.App.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Inspection.App.Oversight;

/// <summary>Closes how a reporter can be reached, so that whoever reads the tables alone does not learn who it was.</summary>
internal sealed class LeadSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Inspection.Leads");

    /// <summary>The closed contact; empty for an anonymous lead.</summary>
    public string Close(LeadContact? contact) => contact is null ? "" : protector.Protect(StoredJson.Write(contact));

    /// <summary>The contact, or null where the lead is anonymous.</summary>
    public LeadContact? Open(Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return lead.SealedContact.Length == 0 ? null : StoredJson.Read<LeadContact>(protector.Unprotect(lead.SealedContact));
    }
}
