using FsCheck.Xunit;

namespace Inspection.Drawing.Tests.Properties;

/// <summary>PROTOCOL.md, section 6: who is drawn.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)], MaxTest = 60)]
public sealed class SelectionProperties
{
    [Property]
    public void Everybody_selected_or_in_reserve_is_on_the_roster_once_in_the_class_that_is_stated(MadeUpDraw made)
    {
        var roster = made.Draw.Materials.Roster;
        Lot[] lots = [.. made.Draw.Record.Selected, .. made.Draw.Record.Reserves];
        Assert.Equal(lots.Length, lots.Select(lot => lot.Uscc).Distinct().Count());
        Assert.All(lots, lot => Assert.Equal(lot.RiskClass, roster[roster.IndexOf(lot.Uscc)].RiskClass));
    }

    [Property]
    public void Of_each_class_as_many_are_drawn_as_its_quota_and_as_many_stand_by_as_there_are(MadeUpDraw made)
    {
        var record = made.Draw.Record;
        foreach (var (outcome, size) in record.Classes.Zip(made.Draw.Notice.Terms.Sampling.Sizes))
        {
            Assert.Equal(outcome.RiskClass, size.RiskClass);
            Assert.Equal(outcome.Quota, record.Selected.Count(lot => lot.RiskClass == outcome.RiskClass));
            Assert.Equal(
                outcome.Quota == 0 ? 0 : Math.Min(made.Draw.Notice.Terms.Reserve, size.Size - outcome.Quota),
                record.Reserves.Count(lot => lot.RiskClass == outcome.RiskClass));
        }
    }

    [Property]
    public void The_selected_ascend_by_ticket_and_the_reserves_by_class_then_ticket(MadeUpDraw made)
    {
        var record = made.Draw.Record;
        Assert.Equal(record.Selected.OrderBy(lot => lot.Ticket), record.Selected);
        Assert.Equal(record.Reserves.OrderBy(lot => lot.RiskClass).ThenBy(lot => lot.Ticket), record.Reserves);
    }

    [Property]
    public void A_threshold_parts_the_selected_of_its_class_from_the_reserves_and_those_from_the_others(MadeUpDraw made)
    {
        var (record, materials) = (made.Draw.Record, made.Draw.Materials);
        var tickets = materials.Roster.Codes.ToArray()
            .ToLookup(code => materials.Roster[materials.Roster.IndexOf(code)].RiskClass,
                code => (code, Ticket: Formulas.Ticket(record.Seed, Formulas.Salt(materials.Key, code))));
        foreach (var (riskClass, quota, threshold) in record.Classes)
        {
            Assert.Equal(quota == 0, threshold is null);
            var selected = record.Selected.Where(lot => lot.RiskClass == riskClass).Select(lot => lot.Uscc);
            Assert.Equal(
                tickets[riskClass].Where(lot => lot.Ticket <= threshold).Select(lot => lot.code), selected.Order());
            var reserves = record.Reserves.Where(lot => lot.RiskClass == riskClass).ToArray();
            var others = tickets[riskClass].ExceptBy(selected.Concat(reserves.Select(lot => lot.Uscc)), lot => lot.code);
            if (reserves.Length > 0)
                Assert.All(others, lot => Assert.True(lot.Ticket > reserves[^1].Ticket));
        }
    }
}
