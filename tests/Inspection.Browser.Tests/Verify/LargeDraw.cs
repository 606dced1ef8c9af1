using Inspection.Drawing;
using Inspection.Drawing.Tests.Agreement;

namespace Inspection.Browser.Tests.Verify;

/// <summary>A district's draw: four classes, two departments that visit together, everybody's chance by class.</summary>
internal static class LargeDraw
{
    private static readonly (string Name, int Of, int Rate)[] Classes = [("A", 60, 200), ("B", 30, 500), ("C", 8, 2500), ("D", 2, 10000)];

    /// <summary>The auditors' package of a draw of so many enterprises, and of so many inspectors of each department.</summary>
    public static byte[] Package(int enterprises, int inspectors)
    {
        var names = Classes.SelectMany(static c => Enumerable.Repeat(c.Name, c.Of)).ToArray();
        var roster = Roster.Create(Enumerable.Range(0, enterprises).Select(i =>
            new RosterEntry(Counterpart.Uscc(Codes.Numbered(i)), RiskClass.Parse(names[i % names.Length]))));
        string[] departments = ["区市场监管局", "区应急管理局"];
        var materials = new DrawMaterials(
            new DrawKey(Enumerable.Repeat((byte)7, DrawKey.Size).ToArray()),
            roster,
            ExclusionList.Create([]),
            InspectorList.Create(departments.SelectMany((department, d) =>
                Enumerable.Range(0, inspectors).Select(i => new Inspector($"{d}{i:d4}", department, [], [])))));
        var notice = materials.Commit(new NoticeTerms
        {
            DrawId = "large",
            TaskId = "task-1",
            Title = "抽查",
            Authority = "局",
            Scope = "企业",
            CommittedAt = new DateTimeOffset(2026, 11, 2, 1, 0, 0, TimeSpan.Zero),
            StartsOn = new DateOnly(2026, 11, 9),
            EndsOn = new DateOnly(2026, 11, 30),
            Entropy = new NoEntropyPlan(),
            RosterRoot = default,
            RosterSize = enterprises,
            Excluded = new SealedList(default, 0),
            Inspectors = new SealedList(default, 0),
            Sampling = Sampling.ByRates(
                roster, Classes.ToDictionary(static c => RiskClass.Parse(c.Name), static c => new BasisPoints(c.Rate))),
            Reserve = 10,
            Teams = [.. departments.Select(static department => new TeamRequest(department, 2))],
        });
        return Packages.Archive(Draw.Run(notice, materials, new NoEntropy()).WritePackage);
    }
}
