using System.Security.Cryptography;
using Inspection.App.Directory;
using Inspection.Drawing;

namespace Inspection.App.Tests.Directory;

public sealed class SampleRegistryTests : IDisposable
{
    private const int Enterprises = 20_000;
    private const int Inspectors = 2_000;

    private readonly DirectoryInfo directory = System.IO.Directory.CreateTempSubdirectory("inspection-test-");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public void The_same_seed_gives_the_same_bytes_on_every_machine()
    {
        SampleRegistry.Write(directory.FullName, 500, 60, 42, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal("73e6f1d8c1fc0c6d89b23bad42146d75d546ad9b3c22643d27d4c94b8dbd2130", Hash(SampleRegistry.EnterprisesFile));
        Assert.Equal("e0622355a81b6bcae85fa1ad035a257712214fb85e1251db267561ed097a8438", Hash(SampleRegistry.InspectorsFile));
    }

    [Fact]
    public void Another_seed_gives_other_enterprises()
    {
        SampleRegistry.Write(directory.FullName, 100, 10, 1, cancellation: TestContext.Current.CancellationToken);
        var first = File.ReadAllText(In(SampleRegistry.EnterprisesFile));
        SampleRegistry.Write(directory.FullName, 100, 10, 2, cancellation: TestContext.Current.CancellationToken);

        Assert.NotEqual(first, File.ReadAllText(In(SampleRegistry.EnterprisesFile)));
    }

    [Fact]
    public void Enterprises_have_valid_distinct_codes_and_classes_in_realistic_shares()
    {
        var rows = ReadEnterprises();

        Assert.Equal(Enterprises, rows.Select(row => row.Uscc).Distinct().Count());
        AssertShare(0.60, rows, row => row.RiskClass == RiskClass.Parse("A"));
        AssertShare(0.28, rows, row => row.RiskClass == RiskClass.Parse("B"));
        AssertShare(0.09, rows, row => row.RiskClass == RiskClass.Parse("C"));
        AssertShare(0.03, rows, row => row.RiskClass == RiskClass.Parse("D"));
        AssertShare(0.97, rows, row => row.IsDrawable);
        Assert.All(rows, row => Assert.True(row is { RegisteredOn: not null, Address: not "", District: not "", Industry: not "" }));
        Assert.True(rows.Select(row => row.Name).Distinct().Count() > Enterprises * 0.9);
    }

    [Fact]
    public void The_organisation_part_of_every_code_has_its_own_valid_check_character() =>
        Assert.All(ReadEnterprises(), row => Assert.Equal(SampleCodes.OrganisationCheck(row.Uscc.Bytes[8..]), row.Uscc.Bytes[16]));

    [Fact]
    public void OrganisationCheck_KnownCodes_AreRight()
    {
        // D2143569X is the example of GB 11714 itself.
        Assert.Equal((byte)'X', SampleCodes.OrganisationCheck("D2143569"u8));
    }

    [Fact]
    public void Inspectors_of_every_department_are_there_with_some_expired_and_some_recused()
    {
        var codes = ReadEnterprises().Select(row => row.Uscc).ToHashSet();
        var rows = InspectorFile.Read(In(SampleRegistry.InspectorsFile), row => Assert.Fail(row.Problem)).ToList();

        Assert.Equal(Inspectors, rows.Count);
        Assert.Equal(4, rows.Take(4).Select(row => row.Department).Distinct().Count());
        AssertShare(0.05, rows, row => row.CertificateExpires.Year == 2023, 0.02);
        AssertShare(0.95, rows, row => row.CertificateExpires.Year >= 2035, 0.02);
        AssertShare(0.20, rows, row => row.Recused.Count > 0, 0.04);
        AssertShare(0.98, rows, row => row.IsActive, 0.02);
        Assert.All(rows, row => Assert.InRange(row.Recused.Count, 0, 5));
        Assert.All(rows, row => Assert.InRange(row.Skills.Count, 1, 4));
        Assert.All(rows.SelectMany(row => row.Recused), code => Assert.Contains(code, codes));
    }

    [Fact]
    public void No_cell_needs_quotation_marks()
    {
        SampleRegistry.Write(directory.FullName, 2000, 500, 3, cancellation: TestContext.Current.CancellationToken);
        foreach (var file in new[] { SampleRegistry.EnterprisesFile, SampleRegistry.InspectorsFile })
        {
            var lines = File.ReadAllLines(In(file));
            Assert.DoesNotContain(lines, line => line.Contains('"', StringComparison.Ordinal));
            Assert.Single(lines.Select(line => line.Count(c => c == ',')).Distinct());
        }
    }

    [Fact]
    public void Codes_stay_distinct_over_a_whole_range_of_indices()
    {
        var codes = new SampleCodes(new SampleRandom(5));
        var made = new HashSet<UnifiedSocialCreditCode>();
        for (var i = 0; i < 100_000; i++)
            Assert.True(made.Add(codes.Make(1 + (i % 3), i % 2 == 0, i)) && made.Add(codes.Make(1, isNewer: i % 2 != 0, i)));
    }

    [Fact]
    public void SampleRandom_KnownSeed_GivesTheNumbersOfSplitMix64()
    {
        var random = new SampleRandom(1234567);

        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], [random.Next(), random.Next(), random.Next()]);
    }

    [Fact]
    public void Progress_ends_at_the_number_of_enterprises()
    {
        var reports = new Reports();
        SampleRegistry.Write(directory.FullName, 25_000, 0, 1, reports, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal([10_000, 20_000, 25_000], reports.Values);
    }

    private List<EnterpriseRow> ReadEnterprises()
    {
        SampleRegistry.Write(directory.FullName, Enterprises, Inspectors, 11, cancellation: TestContext.Current.CancellationToken);
        return [.. EnterpriseFile.Read(In(SampleRegistry.EnterprisesFile), new EnterpriseReadOptions(), row => Assert.Fail(row.Problem))];
    }

    private static void AssertShare<T>(double expected, List<T> rows, Func<T, bool> holds, double tolerance = 0.015) =>
        Assert.InRange(rows.Count(holds) / (double)rows.Count, expected - tolerance, expected + tolerance);

    private string In(string file) => Path.Combine(directory.FullName, file);

    private string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(In(file))));

    private sealed class Reports : IProgress<int>
    {
        public List<int> Values { get; } = [];

        public void Report(int value) => Values.Add(value);
    }
}
