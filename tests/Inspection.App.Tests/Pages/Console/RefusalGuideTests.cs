using System.Text.RegularExpressions;
using Inspection.App.Pages.Console;

namespace Inspection.App.Tests.Pages.Console;

/// <summary>Reads the sources, so that a new rule is explained to readers of Chinese before it refuses one.</summary>
public sealed partial class RefusalGuideTests
{
    // Rules of the public API and of the page that signs in, which no form of the console can break.
    private static readonly string[] Elsewhere = ["unreadable"];

    [Fact]
    public void Every_rule_that_the_app_refuses_by_is_explained_in_Chinese()
    {
        var rules = System.IO.Directory.EnumerateFiles(Path.Combine(Repository.Folder, "functions", "Inspection.App"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Rule().Matches(File.ReadAllText(file)).Select(match => match.Groups["rule"].Value))
            .Distinct().Except(Elsewhere).ToList();

        Assert.True(rules.Count > 80, $"only {rules.Count} rules were found; the pattern has grown old");
        Assert.DoesNotContain(rules, static rule => RefusalGuide.Of(rule) is null);
    }

    [GeneratedRegex("(?:Refusal\\.(?:Invalid|Conflict|Forbidden)\\(\\s*|new ResultProblem\\(|return \\(\"[A-Za-z]+\", )\"(?<rule>[a-z][a-z-]*)\"")]
    private static partial Regex Rule();
}
