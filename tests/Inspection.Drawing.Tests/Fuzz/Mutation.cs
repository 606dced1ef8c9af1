using Inspection.Drawing.Tests.Plain;

namespace Inspection.Drawing.Tests.Fuzz;

/// <summary>Changes of a file, without and with an eye for what it says.</summary>
internal static class Mutation
{
    private const long LargestInteger = (1L << 53) - 1;

    private static readonly byte[][] Tokens =
    [
        [.. "{"u8], [.. "}"u8], [.. "["u8], [.. "]"u8], [.. ","u8], [.. ":"u8], [.. "\""u8], [.. "\\"u8], [.. "\n"u8],
        [.. "\r\n"u8], [.. ";"u8], [.. " "u8], [.. "null"u8], [.. "true"u8], [.. "-0"u8], [.. "1e9"u8], [.. "0.5"u8],
        [.. "99999999999999999999"u8], [.. "\\u0041"u8], [.. "\"a\":"u8], [0x00], [0xEF, 0xBB, 0xBF], [0xFF],
        [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xE2, 0x80, 0xA8], [0xF0, 0x9F, 0x98, 0x80],
    ];

    /// <summary>The file with one to four slices taken out, doubled, moved, overwritten, or a token put in.</summary>
    public static byte[] OfBytes(PlainRandom random, byte[] file)
    {
        for (var times = random.From(1, 4); times > 0; times--)
        {
            var (at, to) = (random.Below(file.Length + 1), random.Below(file.Length + 1));
            var end = Math.Min(file.Length, at + random.OneOf(1, 2, random.From(1, 40)));
            file = random.Below(5) switch
            {
                0 => [.. file[..at], .. file[end..]],
                1 => [.. file[..end], .. file[at..]],
                2 => [.. file[..to], .. file[at..end], .. file[to..]],
                3 => [.. file[..at], .. random.OneOf(Tokens), .. file[end..]],
                _ => [.. file[..at], .. random.OneOf(Tokens), .. file[at..]],
            };
        }

        return file;
    }

    /// <summary>The canonical document with one to three of its values replaced, still canonical.</summary>
    public static byte[] OfValues(PlainRandom random, byte[] canonical)
    {
        object tree = PlainCanonicalJson.Read(canonical);
        for (var times = random.From(1, 3); times > 0; times--)
            tree = Replaced(random, tree);
        return PlainCanonicalJson.Write(tree);
    }

    private static object Replaced(PlainRandom random, object value)
    {
        switch (value)
        {
            case Dictionary<string, object> { Count: > 0 } members when !random.OnceIn(20):
                var key = random.OneOf(members.Keys.ToList());
                return new Dictionary<string, object>(members) { [key] = Replaced(random, members[key]) };
            case List<object> { Count: > 0 } items when !random.OnceIn(5):
                var at = random.Below(items.Count);
                return items.Select((item, i) => i == at ? Replaced(random, item) : item).ToList();
            case Dictionary<string, object> members:
                return members.Where(_ => !random.OnceIn(3)).ToDictionary();
            case List<object> items:
                return random.OneOf<List<object>>(
                    [], [.. items, .. items], [.. items.AsEnumerable().Reverse()], [.. items.Skip(1)]);
            case bool truth:
                return !truth;
            case long number:
                return random.OneOf(
                    0, 1, -1, 20, 21, 1000, 1001, 10_000, 50_000_000, int.MaxValue, 1L << 31, LargestInteger,
                    Math.Min(number + 1, LargestInteger), number - 1, -LargestInteger);
            default:
                var text = (string)value;
                return random.OneOf(
                    "", "A", "x", "𠮷", "=", text + text, new string([.. text.Reverse().Where(char.IsAscii)]),
                    new string('0', 64), new string('f', 64), "9999-12-31T23:59:59Z", "0001-01-01", "none", "drand");
        }
    }
}
