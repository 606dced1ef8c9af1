using System.Text;
using Azure;
using Inspection.App.Storage;

namespace Inspection.App.Tests.Storage;

/// <summary>What every adapter of <see cref="IBlobStore"/> does; each runs these tests through a class of its own.</summary>
public abstract class BlobStoreContract
{
    protected abstract IBlobStore Store { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_blob_is_read_as_it_was_put()
    {
        var put = await PutAsync("draws/2026-11/package.zip", "第一");
        using var blob = await Store.GetAsync("draws/2026-11/package.zip", Cancellation);

        Assert.True(put.Done);
        Assert.Equal("第一", await ReadAsync(blob!));
        Assert.Equal(new BlobInfo("draws/2026-11/package.zip", 6, put.ETag), blob!.Info);
    }

    [Fact]
    public async Task What_was_never_put_is_null_and_cannot_be_deleted()
    {
        Assert.Null(await Store.GetAsync("none.txt", Cancellation));
        Assert.Null(await Store.GetAsync("no/folder/none.txt", Cancellation));
        Assert.Equal(WriteOutcome.Missing, await Store.DeleteAsync("none.txt", Cancellation));
    }

    [Fact]
    public async Task An_empty_and_a_large_blob_are_kept()
    {
        var large = new byte[9_000_001];
        for (var i = 0; i < large.Length; i++)
            large[i] = (byte)(i * 31);
        await PutAsync("empty.bin", "");
        using (var content = new MemoryStream(large))
            await Store.PutAsync("large.bin", content, cancellation: Cancellation);

        using var read = new MemoryStream();
        using var blob = await Store.GetAsync("large.bin", Cancellation);
        await blob!.Content.CopyToAsync(read, Cancellation);
        Assert.Equal(large, read.ToArray());
        using var empty = await Store.GetAsync("empty.bin", Cancellation);
        Assert.Equal(0, empty!.Info.Length);
    }

    [Fact]
    public async Task A_stream_without_length_or_seeking_can_be_put_and_stays_open()
    {
        using var bytes = new MemoryStream("text"u8.ToArray());
        using var content = new ForwardStream(bytes);
        await Store.PutAsync("a.txt", content, cancellation: Cancellation);

        using var blob = await Store.GetAsync("a.txt", Cancellation);
        Assert.Equal("text", await ReadAsync(blob!));
        Assert.True(bytes.CanRead);
    }

    [Fact]
    public async Task A_put_replaces_and_changes_the_ETag_each_time()
    {
        var etags = new HashSet<ETag>();
        for (var i = 0; i < 20; i++)
            Assert.True(etags.Add((await PutAsync("a.txt", $"{i % 10}")).ETag));

        using var blob = await Store.GetAsync("a.txt", Cancellation);
        Assert.Equal("9", await ReadAsync(blob!));
    }

    [Fact]
    public async Task A_blob_that_must_be_new_is_put_once()
    {
        Assert.Equal(WriteOutcome.Done, (await PutAsync("a.txt", "first", BlobCondition.Create)).Outcome);
        Assert.Equal(WriteOutcome.Exists, (await PutAsync("a.txt", "second", BlobCondition.Create)).Outcome);

        using var blob = await Store.GetAsync("a.txt", Cancellation);
        Assert.Equal("first", await ReadAsync(blob!));
    }

    [Fact]
    public async Task A_put_with_an_ETag_needs_that_of_the_last_put()
    {
        var first = await PutAsync("a.txt", "first");
        var second = await PutAsync("a.txt", "secnd", BlobCondition.Match(first.ETag));
        var late = await PutAsync("a.txt", "third", BlobCondition.Match(first.ETag));
        var missing = await PutAsync("b.txt", "third", BlobCondition.Match(first.ETag));

        Assert.True(second.Done);
        Assert.Equal(WriteOutcome.Conflict, late.Outcome);
        Assert.Equal(WriteOutcome.Conflict, missing.Outcome);
        using var blob = await Store.GetAsync("a.txt", Cancellation);
        Assert.Equal("secnd", await ReadAsync(blob!));
        Assert.Equal(second.ETag, blob!.Info.ETag);
    }

    [Fact]
    public async Task Of_many_that_create_the_same_blob_one_wins()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(
            i => Task.Run(() => PutAsync("a.txt", $"{i}", BlobCondition.Create))));

        using var blob = await Store.GetAsync("a.txt", Cancellation);
        Assert.Equal($"{Array.FindIndex(results, result => result.Done)}", await ReadAsync(blob!));
        Assert.Equal(9, results.Count(result => result.Outcome == WriteOutcome.Exists));
    }

    [Fact]
    public async Task A_reader_sees_one_put_whole_while_others_follow()
    {
        await PutAsync("a.txt", Repeated(0));
        var writing = Task.Run(async () =>
        {
            for (var i = 1; i < 20; i++)
                await PutAsync("a.txt", Repeated(i));
        }, Cancellation);
        while (!writing.IsCompleted)
        {
            using var blob = await Store.GetAsync("a.txt", Cancellation);
            var text = await ReadAsync(blob!);
            Assert.Equal(100_000, text.Length);
            Assert.Single(text.Distinct());
        }

        await writing;

        static string Repeated(int i) => new((char)('a' + i), 100_000);
    }

    [Fact]
    public async Task A_put_that_breaks_off_leaves_what_was_there()
    {
        await PutAsync("a.txt", "whole");
        using var breaking = new BreakingStream();
        await Assert.ThrowsAsync<IOException>(() => Store.PutAsync("a.txt", breaking, cancellation: Cancellation));
        await Assert.ThrowsAsync<IOException>(() => Store.PutAsync("b.txt", breaking, cancellation: Cancellation));

        using var blob = await Store.GetAsync("a.txt", Cancellation);
        Assert.Equal("whole", await ReadAsync(blob!));
        Assert.Equal(["a.txt"], await NamesAsync(""));
    }

    [Fact]
    public async Task Blobs_are_listed_by_prefix_in_the_byte_order_of_their_names()
    {
        string[] names = ["b.txt", "a/c.txt", "a/b/c.txt", "a-b.txt", "a.txt", "a/B.txt", "ab/c.txt", "a-b/c.txt", "a/b.txt", "Z.txt"];
        foreach (var name in names)
            await PutAsync(name, "x");

        Assert.Equal(names.Order(StringComparer.Ordinal), await NamesAsync(""));
        foreach (var prefix in (string[])["a", "a/", "a/b", "a/b/", "a-", "ab/c.txt", "none", "a/none/"])
        {
            Assert.Equal(
                names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal),
                await NamesAsync(prefix));
        }
    }

    [Fact]
    public async Task A_list_gives_length_and_ETag()
    {
        var put = await PutAsync("a.txt", "four");

        Assert.Equal([new BlobInfo("a.txt", 4, put.ETag)], await Store.ListAsync("", Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_deleted_blob_is_gone_and_can_be_made_anew()
    {
        await PutAsync("a/b.txt", "x");

        Assert.Equal(WriteOutcome.Done, await Store.DeleteAsync("a/b.txt", Cancellation));
        Assert.Null(await Store.GetAsync("a/b.txt", Cancellation));
        Assert.Empty(await NamesAsync(""));
        Assert.True((await PutAsync("a/b.txt", "y", BlobCondition.Create)).Done);
    }

    [Theory]
    [InlineData("")]
    [InlineData("noextension")]
    [InlineData("/etc/passwd.txt")]
    [InlineData("../a.txt")]
    [InlineData("a/../b.txt")]
    [InlineData("a/./b.txt")]
    [InlineData(".tmp/a.txt")]
    [InlineData(".hidden")]
    [InlineData("a//b.txt")]
    [InlineData("a/b.txt/")]
    [InlineData("a.d/b.txt")]
    [InlineData("a\\b.txt")]
    [InlineData("c:b.txt")]
    [InlineData("a b.txt")]
    [InlineData("a.")]
    [InlineData("a..txt")]
    [InlineData("查.txt")]
    [InlineData("a.txt\n")]
    [InlineData("a\0.txt")]
    public async Task A_name_that_leads_elsewhere_or_nowhere_is_refused(string name)
    {
        await Assert.ThrowsAsync<StorageRuleException>(() => PutAsync(name, "x"));
        await Assert.ThrowsAsync<StorageRuleException>(() => Store.GetAsync(name, Cancellation));
        await Assert.ThrowsAsync<StorageRuleException>(() => Store.DeleteAsync(name, Cancellation));
    }

    [Theory]
    [InlineData("../")]
    [InlineData("/")]
    [InlineData("a//")]
    [InlineData("..")]
    public async Task A_prefix_that_begins_no_name_is_refused(string prefix) =>
        await Assert.ThrowsAsync<StorageRuleException>(() => NamesAsync(prefix));

    [Fact]
    public async Task Names_may_have_512_characters_in_segments_of_200()
    {
        var longest = $"{new string('a', 200)}/{new string('b', 200)}/{new string('c', 106)}.txt";
        Assert.Equal(BlobName.MaxLength, longest.Length);
        await PutAsync(longest, "x");

        Assert.Equal([longest], await NamesAsync(""));
        await Assert.ThrowsAsync<StorageRuleException>(() => PutAsync("a" + longest, "x"));
        await Assert.ThrowsAsync<StorageRuleException>(() => PutAsync(longest + "x", "x"));
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        using var content = new MemoryStream("x"u8.ToArray());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.PutAsync("a.txt", content, default, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.GetAsync("a.txt", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.DeleteAsync("a.txt", cancelled));
        Assert.Empty(await NamesAsync(""));
    }

    protected async Task<WriteResult> PutAsync(string name, string text, BlobCondition condition = default)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await Store.PutAsync(name, content, condition, Cancellation);
    }

    protected async Task<IReadOnlyList<string>> NamesAsync(string prefix) =>
        await Store.ListAsync(prefix, Cancellation).Select(blob => blob.Name).ToListAsync(Cancellation);

    protected static async Task<string> ReadAsync(Blob blob)
    {
        using var reader = new StreamReader(blob.Content, leaveOpen: true);
        return await reader.ReadToEndAsync(Cancellation);
    }

    /// <summary>Reads like a request's body: forward only, of unknown length.</summary>
    private class ForwardStream(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, Math.Min(count, 3));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    /// <summary>Gives some bytes, then fails like a lost connection.</summary>
    private sealed class BreakingStream() : ForwardStream(Null)
    {
        private int left = 100_000;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (left == 0)
                throw new IOException("the connection was lost");
            var given = Math.Min(count, left);
            left -= given;
            return given;
        }
    }
}
