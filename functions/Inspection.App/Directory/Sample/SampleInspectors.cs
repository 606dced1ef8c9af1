using System.Globalization;
using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>The inspectors of a synthetic district.</summary>
/// <remarks>
/// The days on which certificates expire are fixed and do not follow a clock, or the same seed would not give the same
/// bytes tomorrow. Valid ones run to the end of a year from 2035 to 2039, expired ones ended in 2023: so for every task
/// of these years the shares are what they seem.
/// </remarks>
internal sealed class SampleInspectors(ulong seed, SampleEnterprises enterprises, int enterpriseCount)
{
    public const string Heading = "inspector_id,name,department,skills,certificate_expires,recused,status";

    private const ulong Stream = 3;
    private const int OfExpired = 50;
    private const int OfRecused = 200;
    private const int OfInactive = 20;
    private const int MaxRecused = 5;
    private const int MaxSkills = 4;
    private const int ExpiredYear = 2023;
    private const int FirstValidYear = 2035;

    // Market supervision has half of the inspectors; four in a row already have one of each department.
    private static ReadOnlySpan<int> DepartmentCycle => [0, 1, 2, 3, 0, 0, 1, 0, 2, 0, 3, 0];

    /// <summary>Writes the row of inspector <paramref name="index"/>, its line end included.</summary>
    public void WriteRow(TextWriter writer, int index)
    {
        var random = SampleRandom.Of(seed, Stream, index);
        var cycle = index % DepartmentCycle.Length;
        var number = DepartmentCycle[cycle];
        var department = SampleWords.Departments[number];
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{SampleCodes.District}{number + 11}{index + 1:D6},"));
        writer.Write(random.Pick<string>(SampleWords.FamilyNames));
        writer.Write(random.Pick<string>(SampleWords.GivenNames));
        if (random.Chance(700))
            writer.Write(random.Pick<string>(SampleWords.GivenNames));
        writer.Write($",{department.Name},{Skills(ref random, department)},{Expires(ref random)},{Recused(ref random)},");
        writer.Write(random.Chance(OfInactive) ? "退休" : "在岗");
        writer.Write('\n');
    }

    private static string Skills(ref SampleRandom random, SampleDepartment department)
    {
        var skills = new SortedSet<string>(ProtocolText.Order);
        for (var left = 1 + random.Below(MaxSkills); left > 0; left--)
            skills.Add(random.Pick<string>(department.Skills));
        return string.Join(';', skills);
    }

    private static string Expires(ref SampleRandom random) => random.Chance(OfExpired)
        ? string.Create(CultureInfo.InvariantCulture, $"{ExpiredYear}-{1 + random.Below(12):D2}-28")
        : string.Create(CultureInfo.InvariantCulture, $"{FirstValidYear + random.Below(5)}-12-31");

    private string Recused(ref SampleRandom random)
    {
        if (enterpriseCount == 0 || !random.Chance(OfRecused))
            return "";
        var codes = new SortedSet<UnifiedSocialCreditCode>();
        for (var left = 1 + random.Below(MaxRecused); left > 0; left--)
            codes.Add(enterprises.Code(random.Below(enterpriseCount)));
        return string.Join(';', codes);
    }
}
