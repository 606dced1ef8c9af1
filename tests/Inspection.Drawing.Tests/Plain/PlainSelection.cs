using static Inspection.Drawing.Tests.Plain.PlainNotation;

namespace Inspection.Drawing.Tests.Plain;

/// <summary>An enterprise at its place on the roster, with the salt and the ticket that the draw gives it.</summary>
internal sealed record PlainLot(int Index, string Uscc, string RiskClass, byte[] Salt, byte[] Ticket);

/// <summary>PROTOCOL.md, section 6: sort each class by ticket, take the first.</summary>
internal sealed record PlainSelection(
    IReadOnlyList<PlainLot> Selected, IReadOnlyList<PlainLot> Reserves, IReadOnlyDictionary<string, string> Thresholds)
{
    /// <summary>ticket(e) = SHA256(seed ‖ 'T' ‖ salt(e))</summary>
    public static byte[] Ticket(byte[] seed, byte[] salt) => Sha256(seed, Byte('T'), salt);

    public static PlainSelection Of(IReadOnlyList<PlainLot> lots, IReadOnlyDictionary<string, int> quotas, int reserve)
    {
        Require(lots.Select(lot => Hex(lot.Ticket)).Distinct().Count() == lots.Count, "two equal tickets");

        var selected = new List<PlainLot>();
        var reserves = new List<PlainLot>();
        var thresholds = new Dictionary<string, string>();
        foreach (var (name, quota) in quotas.OrderBy(entry => entry.Key, TextOrder))
        {
            var smallestFirst = lots.Where(lot => lot.RiskClass == name)
                .OrderBy(lot => lot.Ticket, DigestOrder).ToList();
            var drawn = smallestFirst.Take(quota).ToList();
            selected.AddRange(drawn);
            thresholds[name] = quota == 0 ? "" : Hex(drawn[^1].Ticket);
            if (quota > 0)
                reserves.AddRange(smallestFirst.Skip(quota).Take(reserve));
        }

        return new(selected.OrderBy(lot => lot.Ticket, DigestOrder).ToList(), reserves, thresholds);
    }
}
