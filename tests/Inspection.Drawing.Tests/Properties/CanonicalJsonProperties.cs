using System.Text;
using System.Text.Json;
using FsCheck.Xunit;

namespace Inspection.Drawing.Tests.Properties;

/// <summary>PROTOCOL.md, "Notation": what canonical JSON holds comes back, and what it cannot hold is refused.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)], MaxTest = 1000)]
public sealed class CanonicalJsonProperties
{
    [Property]
    public void Texts_come_back_and_are_what_other_readers_of_json_see(OddText[] texts)
    {
        var json = new CanonicalWriter().BeginArray();
        foreach (var text in texts)
            json.String(text.Value);
        var bytes = json.EndArray().ToArray();

        Assert.Equal(texts.Select(text => text.Value), ReadTexts(bytes));
        Assert.Equal(texts.Select(text => text.Value), JsonSerializer.Deserialize<string[]>(bytes));
    }

    [Property]
    public void Refused_texts_are_neither_written_nor_read(RefusedText text)
    {
        Assert.Throws<ProtocolException>(() => new CanonicalWriter().String(text.Value));
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new[] { text.Value });
        Assert.Throws<ProtocolException>(() => ReadTexts(bytes));
        var raw = Encoding.UTF8.GetBytes("[\"" + text.Value.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"]");
        // Half a surrogate pair has no bytes of its own: the encoder puts U+FFFD there, which is a character like any.
        if (!text.Value.Any(char.IsSurrogate))
            Assert.Throws<ProtocolException>(() => ReadTexts(raw));
    }

    [Property]
    public void Integers_within_2_to_the_53_come_back_and_others_are_refused(long number)
    {
        const long largest = (1L << 53) - 1;
        foreach (var value in new[] { number, number % 1000, number % (largest + 1), largest, -largest })
        {
            var text = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (value is >= -largest and <= largest)
                Assert.Equal(text, Encoding.ASCII.GetString(new CanonicalWriter().Integer(value).ToArray()));
            var read = Record.Exception(() => Assert.Equal(value, ReadInteger(text)));
            Assert.Equal(value is >= -largest and <= largest, read is null);
            Assert.True(read is null or ProtocolException);
            Assert.Throws<ProtocolException>(() => ReadInteger("0" + text));
            Assert.Throws<ProtocolException>(() => ReadInteger(text + ".0"));
            Assert.Throws<ProtocolException>(() => ReadInteger("+" + text));
        }
    }

    [Property(MaxTest = 100)]
    public void A_notice_comes_back_as_what_it_was_made_of(MadeUpDraw made)
    {
        var file = made.Draw.Notice.File.ToArray();
        Assert.Equal(file, new Notice(Notice.Parse(file).Terms).File.ToArray());
    }

    private static List<string> ReadTexts(byte[] bytes)
    {
        var json = new CanonicalReader(bytes, "test");
        var texts = new List<string>();
        json.BeginArray();
        while (json.NextItem())
            texts.Add(json.String());
        json.End();
        return texts;
    }

    private static long ReadInteger(string text)
    {
        const long largest = (1L << 53) - 1;
        var json = new CanonicalReader(Encoding.ASCII.GetBytes(text), "test");
        var value = json.Long("number", -largest);
        json.End();
        return value;
    }
}
