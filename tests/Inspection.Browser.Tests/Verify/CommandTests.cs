using System.Diagnostics;
using Inspection.App.Tests.Storage;
using Inspection.Browser.Tests.Browser;
using Inspection.Drawing;
using Inspection.Drawing.Tests.Agreement;
using Inspection.Drawing.Tests.Tampering;

namespace Inspection.Browser.Tests.Verify;

/// <summary>The commands that the page shows beside its values, typed into a shell.</summary>
public sealed class CommandTests(Chromium chromium, Portal.Portal portal)
{
    private static readonly string[] Tools = ["bash", "cut", "jq", "sha256sum", "unzip", "xxd"];

    [Theory]
    [MemberData(nameof(AgreementTests.Names), MemberType = typeof(AgreementTests))]
    public Task Each_command_gives_the_value_that_it_stands_beside(string name) => BrowserVerifier.VisitAsync(chromium, portal, async visit =>
    {
        AssertTools();
        var drawn = TamperedDraw.Of(name);
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "package.zip"), Packages.Archive(drawn.Draw.WritePackage));
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, PublicRecord.FileName), drawn.PublicRecord);
        var input = drawn.Untouched;

        foreach (var files in new[] { input, input with { Package = new Dictionary<string, byte[]>() } })
        {
            var verifier = await BrowserVerifier.OfAsync(visit, files);
            var values = (await verifier.ReportAsync()).SelectMany(static check => check.Values)
                .Where(static value => value.Command.Length > 0).ToArray();
            Assert.NotEmpty(values);
            foreach (var value in values)
                Assert.Equal((value.Command, value.Value), (value.Command, await RunAsync(value.Command, folder.Path)));
        }
    });

    private static void AssertTools()
    {
        var path = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator);
        var missing = Tools.Where(tool => !path.Any(folder => File.Exists(Path.Combine(folder, tool)))).ToArray();
        if (missing.Length > 0 && Environment.GetEnvironmentVariable("REQUIRE_BROWSER") == "1")
            Assert.Fail($"REQUIRE_BROWSER=1, but {string.Join(", ", missing)} are not installed");
        Assert.SkipWhen(missing.Length > 0, $"not installed: {string.Join(", ", missing)}");
    }

    private static async Task<string> RunAsync(string command, string folder)
    {
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", command])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return output.TrimEnd('\n');
    }
}
