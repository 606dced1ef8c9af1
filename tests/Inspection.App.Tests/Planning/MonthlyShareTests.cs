using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Inspection.App.Planning;
using Inspection.Drawing;

namespace Inspection.App.Tests.Planning;

public sealed class MonthlyShareTests
{
    [Property(MaxTest = 500)]
    public Property Twelve_months_draw_the_yearly_rate_exactly(NonNegativeInt size, NonNegativeInt rate)
    {
        var (all, share) = (size.Get * 37, new BasisPoints(rate.Get * 211 % (BasisPoints.Whole + 1)));
        var drawn = 0;
        for (var monthsLeft = 12; monthsLeft >= 1; monthsLeft--)
            drawn += MonthlyShare.Quota(share, all - drawn, drawn, monthsLeft);

        return (drawn == share.CeilingOf(all)).Label($"{drawn} of {all} at {share}");
    }

    [Property(MaxTest = 500)]
    public Property A_year_in_which_enterprises_come_and_go_ends_at_the_rate_of_those_who_were_there(
        NonNegativeInt size, NonNegativeInt rate, int[] changes)
    {
        var share = new BasisPoints(rate.Get * 211 % (BasisPoints.Whole + 1));
        var (eligible, drawn) = (size.Get * 37, 0);
        for (var monthsLeft = 12; monthsLeft >= 1; monthsLeft--)
        {
            var change = changes.Length == 0 ? 0 : changes[monthsLeft % changes.Length];
            eligible = Math.Max(0, eligible + change);
            var quota = MonthlyShare.Quota(share, eligible, drawn, monthsLeft);
            Assert.InRange(quota, 0, eligible);
            (eligible, drawn) = (eligible - quota, drawn + quota);
        }

        // Who left late cannot be taken back, and who was drawn stays drawn: never below the rate.
        return (drawn >= share.CeilingOf(eligible + drawn)).Label($"{drawn} drawn, {eligible} left at {share}");
    }

    [Fact]
    public void No_month_draws_more_than_one_above_another_while_the_class_stays_the_same()
    {
        var quotas = new List<int>();
        for (var monthsLeft = 12; monthsLeft >= 1; monthsLeft--)
            quotas.Add(MonthlyShare.Quota(new BasisPoints(2500), 1003 - quotas.Sum(), quotas.Sum(), monthsLeft));

        Assert.Equal(251, quotas.Sum());
        Assert.InRange(quotas.Max() - quotas.Min(), 0, 1);
    }

    [Fact]
    public void A_plan_that_begins_late_spreads_the_whole_year_over_the_months_left() =>
        Assert.Equal(50, MonthlyShare.Quota(new BasisPoints(1000), eligible: 1000, drawn: 0, monthsLeft: 2));
}
