using System.Security.Cryptography;
using System.Text;
using Inspection.App.Pages;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Pages;

public sealed class WorkedExampleTests
{
    private static readonly JObject Vector = JObject.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vectors", "draw-pairs.json")));

    [Fact]
    public void The_example_is_the_test_vector_number_by_number()
    {
        var example = WorkedExample.Instance;

        Assert.Equal((string?)Vector["noticeHash"], example.Draw.Notice.Hash.ToString());
        Assert.Equal((string?)Vector["record"]!["seed"], example.Draw.Record.Seed.ToString());
        var drawn = Vector["record"]!["selected"]!.Where(lot => (string?)lot["class"] == "B");
        Assert.Equal(
            drawn.Select(lot => ((string?)lot["uscc"], (string?)lot["ticket"])),
            example.Lots.Where(lot => lot.Selected).Select(lot => ((string?)lot.Uscc.ToString(), (string?)lot.Ticket.ToString())));
        Assert.Equal(example.Quota, example.Lots.Count(lot => lot.Selected));
        Assert.True(example.Lots.Count > example.Quota);
    }

    [Fact]
    public void The_commands_that_the_page_shows_give_what_it_says()
    {
        var example = WorkedExample.Instance;
        var lot = example.Lots[0];

        var seed = Hex(Encoding.UTF8.GetBytes(
            $"double-random/1\n{example.Draw.Notice.Hash}\n{example.EntropyOnCommandLine}".Replace("\\n", "\n", StringComparison.Ordinal)));
        var ticket = Hex(Convert.FromHexString($"{seed}54{lot.Salt}"));

        Assert.Equal(example.Draw.Record.Seed.ToString(), seed);
        Assert.Equal(lot.Ticket.ToString(), ticket);
    }

    private static string Hex(byte[] message) => Convert.ToHexStringLower(SHA256.HashData(message));
}
