using System.Globalization;
using static Inspection.Drawing.Tests.Plain.PlainNotation;

namespace Inspection.Drawing.Tests.Plain;

/// <summary>PROTOCOL.md, section 3: every bound of the notice, in the order of its table.</summary>
internal static class PlainNoticeRules
{
    public static void Check(PlainNotice notice)
    {
        CheckNames(notice);
        CheckDays(notice);
        Require(notice.Disclosure is "sealed" or "open", $"disclosure is '{notice.Disclosure}'");
        CheckSource(notice.Entropy);
        CheckCommitments(notice);
        CheckSampling(notice.Sampling, notice.Roster.Size);
        Require(notice.Reserve is >= 0 and <= 1000, $"reserve is {notice.Reserve}");
        CheckTeams(notice.Teams);
    }

    private static void CheckNames(PlainNotice notice)
    {
        Require(IsId(notice.DrawId) && IsId(notice.TaskId), "drawId or taskId is not 1 to 64 of A-Z a-z 0-9 -");
        Require(notice.Attempt >= 1, $"attempt is {notice.Attempt}");
        Require(notice.Previous == "" || IsDigest(notice.Previous), "previous is no digest");
        Require(notice.Attempt == 1 || notice.Previous != "", "a second attempt is nobody's first notice");
        foreach (var text in new[] { notice.Title, notice.Authority, notice.Scope })
            Require(IsText(text) && text.EnumerateRunes().Count() is >= 1 and <= 200,
                $"'{text}' is not 1 to 200 characters");
        Require(notice.AuthorityCode == "" || PlainUscc.IsValid(notice.AuthorityCode), "authorityCode is no uscc");
    }

    private static void CheckDays(PlainNotice notice)
    {
        Require(IsTime(notice.CommittedAt, "yyyy-MM-dd'T'HH:mm:ss'Z'"), $"committedAt is '{notice.CommittedAt}'");
        Require(IsTime(notice.StartsOn, "yyyy-MM-dd"), $"startsOn is '{notice.StartsOn}'");
        Require(IsTime(notice.EndsOn, "yyyy-MM-dd"), $"endsOn is '{notice.EndsOn}'");
        Require(TextOrder.Compare(notice.StartsOn, notice.EndsOn) <= 0, "the first day is after the last");
    }

    private static void CheckSource(PlainSource source)
    {
        if (source is PlainCeremony ceremony)
        {
            Require(ceremony.Digits is >= 1 and <= 64, $"{ceremony.Digits} digits");
            Require(ceremony.Witnesses.Count is >= 1 and <= 20, $"{ceremony.Witnesses.Count} witnesses");
            Require(ceremony.Witnesses.Distinct().Count() == ceremony.Witnesses.Count, "a witness twice");
            Require(ceremony.Witnesses.All(name => IsText(name) && name != "" && !name.Contains('=')),
                "a witness's name");
        }

        if (source is PlainBeacon beacon)
            Require(IsDigest(beacon.Chain) && beacon.Round >= 1,
                "a chain that is no digest, or a round before the first");
    }

    private static void CheckCommitments(PlainNotice notice)
    {
        foreach (var commitment in new[] { notice.Roster, notice.Excluded, notice.Inspectors })
            Require(IsDigest(commitment.Hash) && commitment.Size >= 0,
                "a root or seal that is no digest, or a size below 0");
        Require(notice.Roster.Size is >= 1 and <= 50_000_000, $"{notice.Roster.Size} enterprises");
    }

    private static void CheckSampling(PlainSampling sampling, int rosterSize)
    {
        var classes = sampling.Classes;
        Require(classes.All(c => PlainRoster.IsClass(c.Name)), "a class is not 1 to 8 of A-Z a-z 0-9");
        RequireAscending(classes.Select(c => c.Name).ToList(), "classes");
        Require(classes.All(c => c.Size >= 0) && classes.Sum(c => (long)c.Size) == rosterSize,
            "sizes do not sum to the roster's");
        switch (sampling.Mode)
        {
            case "rates":
                Require(classes.All(c => c.Number is >= 0 and <= 10000), "a rateBp is not 0 to 10000");
                Require(classes.Any(c => c.Number > 0 && c.Size > 0), "every quota is 0");
                break;
            case "weights":
                Require(classes.All(c => c.Number is >= 0 and <= 1000), "a weight is not 0 to 1000");
                var most = classes.Where(c => c.Number > 0).Sum(c => c.Size);
                Require(sampling.Total >= 1 && sampling.Total <= most, $"total is {sampling.Total}, not 1 to {most}");
                break;
            case "quotas":
                Require(classes.All(c => c.Number >= 0 && c.Number <= c.Size), "a quota is not 0 to its class's size");
                Require(classes.Any(c => c.Number > 0), "every quota is 0");
                break;
            default:
                throw new InvalidDataException($"no mode '{sampling.Mode}'");
        }
    }

    private static void CheckTeams(IReadOnlyList<PlainTeamRule> teams)
    {
        Require(teams.Count is >= 1 and <= 16, $"{teams.Count} teams");
        Require(teams.All(team => team.Size is >= 1 and <= 20), "a team's size is not 1 to 20");
    }

    private static bool IsId(string id) =>
        id.Length is >= 1 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static bool IsTime(string text, string format) =>
        DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
