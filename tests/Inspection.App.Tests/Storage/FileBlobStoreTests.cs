using Inspection.App.Storage;
using Inspection.App.Storage.Embedded;

namespace Inspection.App.Tests.Storage;

public sealed class FileBlobStoreTests : BlobStoreContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new();
    private readonly FileBlobStore store;

    public FileBlobStoreTests() => store = Open();

    protected override IBlobStore Store => store;

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_blob_is_a_plain_file_under_its_name()
    {
        await PutAsync("draws/d1/public.json", "{}");

        Assert.Equal("{}", await File.ReadAllTextAsync(Path.Combine(folder.Path, "draws/d1/public.json"), Cancellation));
    }

    [Fact]
    public async Task A_put_leaves_no_temporary_file_however_it_ends()
    {
        await PutAsync("a.txt", "x");
        await PutAsync("a.txt", "y", BlobCondition.Create);

        Assert.Empty(System.IO.Directory.GetFiles(Path.Combine(folder.Path, ".tmp")));
    }

    [Fact]
    public async Task What_a_killed_put_left_is_removed_at_the_next_start_and_a_living_put_is_not()
    {
        var old = Path.Combine(folder.Path, ".tmp", "old");
        var young = Path.Combine(folder.Path, ".tmp", "young");
        await File.WriteAllTextAsync(old, "half", Cancellation);
        await File.WriteAllTextAsync(young, "half", Cancellation);
        File.SetLastWriteTimeUtc(old, time.GetUtcNow().UtcDateTime.AddMinutes(-61));
        File.SetLastWriteTimeUtc(young, time.GetUtcNow().UtcDateTime.AddMinutes(-59));
        using var again = Open();

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(young));
        Assert.Empty(await NamesAsync(""));
    }

    [Fact]
    public async Task What_other_programs_left_in_the_folder_is_not_listed()
    {
        await PutAsync("a.txt", "x");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, ".DS_Store"), "", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "note to self.txt"), "", Cancellation);

        Assert.Equal(["a.txt"], await NamesAsync(""));
    }

    [Fact]
    public async Task Of_two_stores_on_one_folder_that_create_the_same_blob_one_wins()
    {
        using var other = Open();
        for (var i = 0; i < 20; i++)
        {
            using var one = new MemoryStream([1]);
            using var two = new MemoryStream([2]);
            var results = await Task.WhenAll(
                store.PutAsync($"{i}.bin", one, BlobCondition.Create, Cancellation),
                other.PutAsync($"{i}.bin", two, BlobCondition.Create, Cancellation));
            Assert.Single(results, result => result.Done);
        }
    }

    private FileBlobStore Open() => new(folder.Path, time);
}
