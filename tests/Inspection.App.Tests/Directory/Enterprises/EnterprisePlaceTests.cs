using Inspection.App.Directory;
using Inspection.Drawing;

namespace Inspection.App.Tests.Directory;

public sealed class EnterprisePlaceTests
{
    [Fact]
    public void Of_AnyCode_IsWhatStoredRowsHave()
    {
        var place = EnterprisePlace.Of(UnifiedSocialCreditCode.Parse("91370402MA3C4BYT5X"));

        // Rows are found by these keys: they may never change.
        Assert.Equal(("370402", "370402-2", "98-91370402MA3C4BYT5X"), (place.Area, place.Partition, place.Row));
    }

    [Fact]
    public void Of_CodesInARow_SpreadEvenlyOverPartitionsAndSlots()
    {
        var places = Enumerable.Range(0, 40_960)
            .Select(i => EnterprisePlace.Of(UnifiedSocialCreditCode.Parse(Registry.Code(i)))).ToList();

        Assert.All(places.GroupBy(place => place.Partition), shard => Assert.InRange(shard.Count(), 1800, 3400));
        Assert.Equal(EnterprisePlace.Shards, places.Select(place => place.Partition).Distinct().Count());
        Assert.InRange(places.GroupBy(place => place.Slot).Max(slot => slot.Count()), 1, 60);
        Assert.InRange(places.Select(place => place.Slot).Distinct().Count(), 3500, EnterprisePlace.Slots);
    }

    [Fact]
    public void SlotSet_ToBytes_ReadsBackFewAndMany()
    {
        foreach (var step in (int[])[1, 2, 15, 16, 17, 4095])
        {
            var set = new SlotSet();
            for (var slot = 0; slot < EnterprisePlace.Slots; slot += step)
                set.Add(slot);

            Assert.Equal(set.From(0), SlotSet.Read(set.ToBytes()).From(0));
            Assert.Equal(Enumerable.Range(0, EnterprisePlace.Slots).Where(slot => slot % step == 0), set.From(0));
        }
    }

    [Fact]
    public void SlotSet_Add_TellsWhetherItGrew()
    {
        var (set, other) = (new SlotSet(), new SlotSet());
        other.Add(7);

        Assert.True(set.Add(other));
        Assert.False(set.Add(other));
        set.Intersect(new SlotSet());
        Assert.Empty(set.From(0));
    }
}
