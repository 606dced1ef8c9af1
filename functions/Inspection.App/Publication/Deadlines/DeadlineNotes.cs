namespace Inspection.App.Publication;

/// <summary>What the daily look at the deadlines found; for the console, never public.</summary>
/// <param name="CheckedAt">When; null where nobody looked yet.</param>
/// <param name="Overdue">How many visits have no public result although their term is over.</param>
/// <param name="Expiring">How many certificates of inspectors in service have run out or will soon.</param>
/// <param name="Certificates">These, the first to run out first; the first thousand.</param>
public sealed record DeadlineNotes(DateTimeOffset? CheckedAt, int Overdue, int Expiring, IReadOnlyList<ExpiringCertificate> Certificates)
{
    public static DeadlineNotes None { get; } = new(null, 0, 0, []);

    /// <summary>What concerns a department; all of it where the name is empty.</summary>
    internal DeadlineNotes Of(string department)
    {
        if (department.Length == 0)
            return this;
        var own = Certificates.Where(one => one.Department == department).ToList();
        return this with { Expiring = own.Count, Certificates = own };
    }
}

/// <summary>An enforcement certificate that has run out or will soon.</summary>
/// <param name="InspectorId">Its number.</param>
/// <param name="Name">Who holds it.</param>
/// <param name="Department">The department.</param>
/// <param name="ExpiresOn">Its last day.</param>
public sealed record ExpiringCertificate(string InspectorId, string Name, string Department, DateOnly ExpiresOn);
