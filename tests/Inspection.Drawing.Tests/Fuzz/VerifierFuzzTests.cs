using Inspection.Drawing.Tests.Agreement;
using Inspection.Drawing.Tests.Plain;

namespace Inspection.Drawing.Tests.Fuzz;

/// <summary>A verifier reports, whatever it is given; it never throws, and what is changed never passes as a whole.</summary>
public sealed class VerifierFuzzTests
{
    private static readonly string[] PublicNames = ["public.json", "membership.json", "certificate"];

    [Fact]
    public void Files_that_say_something_else_are_reported()
    {
        var random = new PlainRandom(11);
        for (var i = 0; i < 1000; i++)
            AssertReported(random, file => Mutation.OfValues(random, file), IsDocument);
    }

    [Fact]
    public void Files_with_pieces_taken_out_doubled_moved_and_put_in_are_reported()
    {
        var random = new PlainRandom(12);
        for (var i = 0; i < 1000; i++)
            AssertReported(random, file => Mutation.OfBytes(random, file), static _ => true);
    }

    [Fact]
    public void Files_of_different_draws_mixed_are_reported()
    {
        var random = new PlainRandom(13);
        for (var i = 0; i < 300; i++)
        {
            var files = FilesOf(random.OneOf(FuzzedReader.Draws));
            foreach (var name in files.Keys.ToList())
                files[name] = FilesOf(random.OneOf(FuzzedReader.Draws))[name];
            foreach (var name in random.Some(files.Keys.ToList(), 10))
                files.Remove(name);
            Assert.Equal(17, Verifier.Verify(Input(files)).Checks.Count);
        }
    }

    private static bool IsDocument(string name) => name.EndsWith("json", StringComparison.Ordinal) || name == "certificate";

    private static void AssertReported(PlainRandom random, Func<byte[], byte[]> change, Func<string, bool> isChanged)
    {
        var files = FilesOf(random.OneOf(FuzzedReader.Draws));
        var name = random.OneOf(files.Keys.Where(isChanged).ToList());
        var changed = change(files[name]);
        if (changed.AsSpan().SequenceEqual(files[name]))
            return;
        files[name] = changed;
        if (random.OnceIn(3) && !PublicNames.Contains(name))
            files.Remove("public.json");
        Assert.False(Verifier.Verify(Input(files)).NothingFailed, $"{name} was changed and nothing failed");
    }

    private static Dictionary<string, byte[]> FilesOf(Draw draw) => new(Packages.Files(draw.WritePackage))
    {
        ["public.json"] = draw.ToPublic(withSelected: true).ToFile(),
        ["membership.json"] = draw.ToMembership().ToFile(),
        ["certificate"] = draw.ToCertificate(draw.Record.Selected[0].Uscc).ToFile(),
    };

    private static VerificationInput Input(Dictionary<string, byte[]> files) => new()
    {
        Package = files.Where(file => !PublicNames.Contains(file.Key)).ToDictionary(),
        PublicRecord = files.GetValueOrDefault("public.json"),
        Membership = files.GetValueOrDefault("membership.json"),
        Certificate = files.GetValueOrDefault("certificate"),
        Chains = [],
    };
}
