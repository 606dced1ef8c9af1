using System.Buffers.Binary;
using System.IO.Compression;
using Inspection.Drawing.Tests.Agreement;

namespace Inspection.Drawing.Tests.Tampering;

/// <summary>Packages whose archive is not what it should be.</summary>
public sealed class ArchiveTests
{
    // Signatures of the zip format: a file's entry in the central directory, and where its uncompressed size stands.
    private const uint CentralEntry = 0x02014B50;
    private const int UncompressedSize = 24;

    private static readonly TamperedDraw Drawn = TamperedDraw.Of("ceremony");
    private static readonly byte[] Whole = Packages.Archive(Drawn.Draw.WritePackage);

    public static TheoryData<string> Names { get; } = [.. Drawn.Package.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_package_without_one_of_its_files_is_refused_by_name(string name)
    {
        var error = Refusal(Zip(Drawn.Package.Where(file => file.Key != name)));
        Assert.Contains("lacks", error.Message);
        Assert.Contains(name, error.Message);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_verifier_that_is_given_a_package_without_one_of_its_files_does_not_pass_what_needs_it(string name)
    {
        var package = Drawn.Package.Where(file => file.Key != name).ToDictionary();
        var report = Verifier.Verify(Drawn.Untouched with { Package = package });
        string[] needing = name switch
        {
            "notice.json" => [],
            "roster.csv" or "draw-key.txt" => ["roster", "excluded", "selection", "teams", "public-selected"],
            "excluded.csv" => ["excluded"],
            "inspectors.csv" => ["inspectors", "teams"],
            "record.json" => ["selection", "record-head", "hashes", "public-selected"],
            "teams.json" => ["teams"],
            _ => [],
        };
        Assert.All(needing, check => Assert.NotEqual(CheckStatus.Passed, report[check].Status));
        Assert.True(report.NothingFailed);
    }

    [Fact]
    public void A_package_with_a_file_more_is_refused_by_name()
    {
        var error = Refusal(Zip(Drawn.Package.Append(new("notes.txt", [1, 2, 3]))));
        Assert.Contains("'notes.txt'", error.Message);
    }

    [Theory]
    [InlineData("Notice.json")]
    [InlineData("../notice.json")]
    [InlineData("/notice.json")]
    [InlineData("package/notice.json")]
    [InlineData("notice.json/")]
    public void A_file_under_another_name_is_refused(string name) =>
        Assert.Contains(name, Refusal(Zip(Drawn.Package.Append(new(name, [])))).Message);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_package_that_holds_a_file_twice_is_refused_by_name(string name) =>
        Assert.Contains($"{name} twice", Refusal(Zip(Drawn.Package.Append(new(name, [])))).Message);

    [Fact]
    public void A_package_without_what_only_auditors_need_is_an_open_one()
    {
        string[] auditors = [ExclusionList.FileName, InspectorList.FileName, TeamRecord.FileName];
        var open = PackageFile.Read(new MemoryStream(Zip(Drawn.Package.Where(file => !auditors.Contains(file.Key)))));
        Assert.Equal(5, open.Count);
        Assert.True(Verifier.Verify(Drawn.Untouched with { Package = open }).NothingFailed);
    }

    [Fact]
    public void A_file_that_claims_more_than_a_package_can_hold_is_refused_unread()
    {
        var error = Refusal(WithClaimedSize(4_000_000_000));
        Assert.Contains("claims 4000000000 bytes", error.Message);
    }

    [Fact]
    public void A_file_longer_than_it_claims_is_never_read_as_a_whole_one()
    {
        var bomb = new byte[50_000_000];
        var archive = Zip(Drawn.Package.Where(file => file.Key != "notice.json").Prepend(new("notice.json", bomb)));
        Assert.True(archive.Length < 200_000);
        AssertRefusedOrFailed(WithClaimedSize(1000, archive));
    }

    [Fact]
    public void A_file_shorter_than_it_claims_is_refused() =>
        Assert.Contains("the archive claims 1400000000", Refusal(WithClaimedSize(1_400_000_000)).Message);

    [Fact]
    public void A_truncated_package_is_refused_wherever_it_ends()
    {
        for (var length = 0; length < Whole.Length; length++)
            Refusal(Whole[..length]);
    }

    [Fact]
    public void What_is_no_archive_is_refused()
    {
        Assert.Contains("no whole zip archive", Refusal([]).Message);
        Assert.Contains("no whole zip archive", Refusal([.. "uscc,risk_class\n"u8]).Message);
        Refusal(Zip([]));
    }

    /// <summary>A changed bit of the archive is refused, fails a check, or is in what says nothing about the files.</summary>
    [Fact]
    public void A_changed_bit_of_the_archive_never_changes_a_file_unseen()
    {
        for (var (at, i) = (0, 0); at < Whole.Length; at += 3, i++)
        {
            var changed = (byte[])Whole.Clone();
            changed[at] ^= (byte)(1 << (i % 8));
            AssertRefusedFailedOrSame(changed);
        }
    }

    private static void AssertRefusedFailedOrSame(byte[] archive)
    {
        if (TryRead(archive) is { } files
            && files.Any(file => !file.Value.AsSpan().SequenceEqual(Drawn.Package[file.Key])))
        {
            Assert.False(Verifier.Verify(Drawn.Untouched with { Package = files }).NothingFailed);
        }
    }

    private static void AssertRefusedOrFailed(byte[] archive)
    {
        if (TryRead(archive) is { } files)
            Assert.False(Verifier.Verify(Drawn.Untouched with { Package = files }).NothingFailed);
    }

    private static IReadOnlyDictionary<string, byte[]>? TryRead(byte[] archive)
    {
        try
        {
            return PackageFile.Read(new MemoryStream(archive));
        }
        catch (ProtocolException)
        {
            return null;
        }
    }

    private static ProtocolException Refusal(byte[] archive) =>
        Assert.Throws<ProtocolException>(() => PackageFile.Read(new MemoryStream(archive)));

    private static byte[] Zip(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>The archive with another uncompressed size stated for its first file.</summary>
    private static byte[] WithClaimedSize(uint size, byte[]? archive = null)
    {
        var changed = (byte[])(archive ?? Whole).Clone();
        var signature = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(signature, CentralEntry);
        var entry = changed.AsSpan().IndexOf(signature);
        BinaryPrimitives.WriteUInt32LittleEndian(changed.AsSpan(entry + UncompressedSize), size);
        return changed;
    }
}
