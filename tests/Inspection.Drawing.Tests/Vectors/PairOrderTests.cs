using Inspection.Drawing.Tests.Plain;

namespace Inspection.Drawing.Tests.Vectors;

/// <summary>
/// <c>draw-pairs.json</c> is made so that a pair's position in the notice's <c>teams</c> decides, after the ticket:
/// whoever puts it before the ticket, or lets it descend, gets other teams of the selected and of the reserves.
/// </summary>
public sealed class PairOrderTests
{
    [Fact]
    public void Other_orders_of_pairs_give_other_teams_than_the_vector()
    {
        var inputs = PlainVectorTests.Inputs(VectorFile.Open("draw-pairs.json"));
        var draw = new PlainDraw(inputs);
        var right = Match(pairs => ByEligible(pairs)
            .ThenBy(pair => pair.Lot.Ticket, PlainNotation.DigestOrder).ThenBy(pair => pair.Position));
        var positionFirst = Match(pairs => ByEligible(pairs)
            .ThenBy(pair => pair.Position).ThenBy(pair => pair.Lot.Ticket, PlainNotation.DigestOrder));
        var positionDescending = Match(pairs => ByEligible(pairs)
            .ThenBy(pair => pair.Lot.Ticket, PlainNotation.DigestOrder).ThenByDescending(pair => pair.Position));

        var vector = PlainTeams.Of(draw.Selection, draw.Notice.Teams, inputs.Inspectors);
        Assert.Equal(Texts(vector), Texts(right));
        foreach (var lots in new[] { draw.Selection.Selected, draw.Selection.Reserves })
        {
            Assert.Contains(lots, lot => Texts(vector, lot) != Texts(positionFirst, lot));
            Assert.Contains(lots, lot => Texts(vector, lot) != Texts(positionDescending, lot));
        }

        IReadOnlyDictionary<(string Uscc, int Position), PlainTeam> Match(
            Func<IEnumerable<PlainPair>, IEnumerable<PlainPair>> order) =>
            PlainTeams.Of(draw.Selection, draw.Notice.Teams, inputs.Inspectors, order);
    }

    private static IOrderedEnumerable<PlainPair> ByEligible(IEnumerable<PlainPair> pairs) =>
        pairs.OrderBy(pair => pair.Eligible.Count);

    private static string Texts(IReadOnlyDictionary<(string Uscc, int Position), PlainTeam> teams, PlainLot? of = null) =>
        string.Join('|', teams.Where(team => of is null || team.Key.Uscc == of.Uscc)
            .OrderBy(team => team.Key.Uscc, PlainNotation.TextOrder).ThenBy(team => team.Key.Position)
            .Select(team => $"{team.Key} {string.Join(' ', team.Value.Inspectors.Concat(team.Value.Substitutes))}"));
}
