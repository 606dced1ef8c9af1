using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Inspection.App.Storage;

namespace Inspection.App.Tests.Storage;

public sealed class TableKeyTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("91110000MA01ABCD12", "91110000MA01ABCD12")]
    [InlineData("a/b", "a.2fb")]
    [InlineData("a b", "a!20b")]
    [InlineData("v1.0", "v1.2e0")]
    [InlineData("#?\\~[>.\"!", "\"23>3f[5c~7e[5b>3e.2e\"22!21")]
    [InlineData("食品", "~e9~a3~9f~e5~93~81")]
    public void Escape_WritesForbiddenBytesInHexadecimal(string text, string key)
    {
        Assert.Equal(key, TableKey.Escape(text));
        Assert.Equal(text, TableKey.Unescape(key));
    }

    [Fact]
    public void Escape_KeepsTheOrderOfCharacters()
    {
        var texts = Enumerable.Range(0, 128).Select(c => ((char)c).ToString()).SelectMany(a => new[] { a, a + "!", a + "~", a + a });
        AssertOrdered([.. texts]);
    }

    [Property]
    public void Escape_IsAKeyThatComesBackAndKeepsTheOrder(NonNull<string> left, NonNull<string> right)
    {
        if (left.Get.Concat(right.Get).Any(char.IsSurrogate))
            return;
        foreach (var text in (string[])[left.Get, right.Get])
        {
            Assert.Equal(text, TableKey.Unescape(TableKey.Escape(text)));
            Assert.True(TableKey.Escape(text).Length is 0 or > EntityRules.MaxKey || EntityRules.IsKey(TableKey.Escape(text)));
        }

        AssertOrdered([left.Get, right.Get]);
    }

    [Theory]
    [InlineData(".")]
    [InlineData(".2")]
    [InlineData(".2F")]
    [InlineData(".2d")]
    [InlineData("~2f")]
    [InlineData("~e9")]
    [InlineData("é")]
    [InlineData("a b")]
    public void Unescape_RefusesWhatEscapeNeverWrites(string key) =>
        Assert.Throws<FormatException>(() => TableKey.Unescape(key));

    private static void AssertOrdered(string[] texts)
    {
        foreach (var a in texts)
        {
            foreach (var b in texts)
            {
                var bytes = Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b));
                Assert.Equal(Math.Sign(bytes), Math.Sign(string.CompareOrdinal(TableKey.Escape(a), TableKey.Escape(b))));
            }
        }
    }
}
