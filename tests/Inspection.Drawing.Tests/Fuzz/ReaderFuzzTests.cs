using System.Text;
using Inspection.Drawing.Tests.Agreement;
using Inspection.Drawing.Tests.Plain;

namespace Inspection.Drawing.Tests.Fuzz;

/// <summary>
/// Whatever bytes a reader is given, it either refuses them with a <see cref="ProtocolException"/> or has read what
/// writes back to the same bytes. The bytes are made up from fixed seeds.
/// </summary>
public sealed class ReaderFuzzTests
{
    private const int Huge = 1_000_000;

    public static TheoryData<string> Readers { get; } = [.. FuzzedReader.All.Keys];

    public static TheoryData<string> Documents { get; } =
        [.. FuzzedReader.All.Values.Where(reader => reader.Valid[0][0] == '{').Select(reader => reader.Name)];

    [Fact]
    public void The_files_to_start_from_are_of_all_kinds()
    {
        var terms = FuzzedReader.Draws.Select(draw => draw.Notice.Terms).ToArray();
        Assert.Equal(3, terms.Select(t => t.Sampling.Mode).Distinct().Count());
        Assert.Equal(3, terms.Select(t => t.Entropy.Kind).Distinct().Count());
        Assert.All(terms, t => Assert.True(t.Excluded.Size > 0 && t.Inspectors.Size > 0));
        foreach (var reader in FuzzedReader.All.Values)
            Assert.All(reader.Valid, file => Assert.True(reader.Try(file)));
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void Random_bytes(string name)
    {
        var (reader, random) = (FuzzedReader.All[name], new PlainRandom(1));
        for (var i = 0; i < 500; i++)
        {
            reader.Try(random.Bytes(random.Below(200)));
            reader.Try(Encoding.ASCII.GetBytes(random.Text("{}[]\",:0123456789abcdef\\\n;-truefalsn", random.Below(100))));
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void A_file_cut_off_at_any_byte(string name)
    {
        var reader = FuzzedReader.All[name];
        foreach (var file in reader.Valid)
        {
            for (var length = 0; length < file.Length; length++)
            {
                // A list that ends with a whole row is a shorter list; anything else says that it is not whole.
                if (reader.Try(file[..length]))
                    Assert.Equal((byte)'\n', file[length - 1]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void A_file_with_a_changed_bit(string name)
    {
        var reader = FuzzedReader.All[name];
        foreach (var file in reader.Valid)
        {
            for (var at = 0; at < file.Length; at++)
            {
                var changed = (byte[])file.Clone();
                changed[at] ^= (byte)(1 << (at % 8));
                reader.Try(changed);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void A_file_with_pieces_taken_out_doubled_moved_and_put_in(string name)
    {
        var (reader, random) = (FuzzedReader.All[name], new PlainRandom(2));
        for (var i = 0; i < 1500; i++)
            reader.Try(Mutation.OfBytes(random, random.OneOf(reader.Valid)));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_with_other_values(string name)
    {
        var (reader, random) = (FuzzedReader.All[name], new PlainRandom(3));
        for (var i = 0; i < 800; i++)
            reader.Try(Mutation.OfValues(random, random.OneOf(reader.Valid)));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_huge_text_in_place_of_any(string name)
    {
        var reader = FuzzedReader.All[name];
        var text = Encoding.UTF8.GetString(reader.Valid[0]);
        var huge = new string('7', Huge);
        // The first dozen texts of a document meet every kind of text that it has.
        var texts = Enumerable.Range(2, text.Length - 2).Where(at => text[(at - 2)..at] == ":\"").Take(12);
        foreach (var at in texts)
            reader.Try(Encoding.UTF8.GetBytes(text[..at] + huge + text[at..]));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Huge_numbers_deep_nesting_and_quotes_that_never_close(string name)
    {
        var reader = FuzzedReader.All[name];
        var text = Encoding.UTF8.GetString(reader.Valid[0]);
        AssertRefused(reader, new string('[', Huge));
        AssertRefused(reader, string.Concat(Enumerable.Repeat("{\"a\":", Huge / 5)));
        AssertRefused(reader, "{\"" + new string('a', Huge));
        var firstText = text[..(text.IndexOf(":\"", StringComparison.Ordinal) + 2)];
        AssertRefused(reader, firstText + string.Concat(Enumerable.Repeat("\\\"", Huge / 2)));
        AssertRefused(reader, text[..(text.IndexOf(':', StringComparison.Ordinal) + 1)] + new string('9', Huge));
        AssertRefused(reader, text + new string(' ', Huge));
    }

    [Theory]
    [InlineData("roster", "uscc,risk_class\n", 2)]
    [InlineData("excluded", "uscc,reason\n", 2)]
    [InlineData("inspectors", "inspector_id,department,skills,recused\n", 4)]
    public void Lists_of_huge_fields_10000_columns_and_quotes_that_never_close(string name, string header, int columns)
    {
        var reader = FuzzedReader.All[name];
        var row = Codes.Numbered(1) + string.Concat(Enumerable.Repeat(",A", columns - 1));
        AssertRefused(reader, header + row + string.Concat(Enumerable.Repeat(",A", 10_000)) + "\n");
        AssertRefused(reader, header + string.Concat(Enumerable.Repeat(",", 10_000)) + "\n");
        AssertRefused(reader, header.TrimEnd('\n') + string.Concat(Enumerable.Repeat(",x", 10_000)) + "\n" + row + "\n");
        AssertRefused(reader, header + new string('7', Huge) + row + "\"\n");
        AssertRefused(reader, header + "\"" + row + "\n" + string.Concat(Enumerable.Repeat("a,b\n", Huge / 4)));
        AssertRefused(reader, header + row + string.Concat(Enumerable.Repeat(";A", Huge / 2)) + "\n");
        AssertRefused(reader, header + row + ";" + new string('\u2028', Huge / 3) + "\n");
        AssertRefused(reader, header + row + "\r\n");
        AssertRefused(reader, header + row + "\n\n");
        AssertRefused(reader, header + row + "\n" + row + "\n");
    }

    [Fact]
    public void A_line_that_never_ends_is_refused_before_the_memory_is_full()
    {
        var error = Assert.Throws<ProtocolException>(() => RosterFile.Read(new EndlessLine()));
        Assert.Contains("a line is longer than", error.Message);
    }

    [Fact]
    public void Packages_of_random_bytes_and_of_pieces_taken_out_doubled_moved_and_put_in()
    {
        var random = new PlainRandom(4);
        var archive = Packages.Archive(FuzzedReader.Draws[0].WritePackage);
        for (var i = 0; i < 1500; i++)
        {
            TryPackage(random.Bytes(random.Below(100)));
            TryPackage(Mutation.OfBytes(random, archive));
        }
    }

    private static void TryPackage(byte[] archive)
    {
        if (Record.Exception(() => PackageFile.Read(new MemoryStream(archive))) is { } error)
            Assert.IsType<ProtocolException>(error);
    }

    private static void AssertRefused(FuzzedReader reader, string file) =>
        Assert.False(reader.Try(Encoding.UTF8.GetBytes(file)));

    /// <summary>A file whose first line goes on for ever.</summary>
    private sealed class EndlessLine : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'A');
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
