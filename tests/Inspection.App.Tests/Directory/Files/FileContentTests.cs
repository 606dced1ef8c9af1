using System.Text;
using Inspection.App.Directory;
using static Inspection.App.Tests.Directory.Registry;

namespace Inspection.App.Tests.Directory;

public sealed class FileContentTests : IDisposable
{
    private const string Text = "统一社会信用代码,企业名称,信用风险类别\n";

    private readonly DirectoryInfo directory = System.IO.Directory.CreateTempSubdirectory("inspection-test-");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public void UTF_8_with_and_without_mark_and_GB18030_give_the_same_rows()
    {
        var text = $"{Text}{Code(1)},镕𠮷店,A\n";
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)];

        var expected = Enterprises(text).Row;

        Assert.Equal("镕𠮷店", expected.Name);
        Assert.Equal(expected, Enterprises(marked).Row);
        Assert.Equal(expected, Enterprises(Gb18030(text)).Row);
    }

    [Fact]
    public void The_whole_file_decides_the_encoding_not_its_beginning()
    {
        var ascii = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{Code(i)},plain,A\n"));

        var reading = Enterprises(Gb18030($"uscc,name,risk_class\n{ascii}{Code(20_000)},食品店,A\n")).AllGood();

        Assert.Equal("食品店", reading.Rows[^1].Name);
    }

    [Fact]
    public void Characters_that_cross_the_reading_buffer_s_end_are_whole()
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var name = new string('x', shift) + new string('食', 20_000);
            var rows = $"{Code(1)},{name},A\n{Code(2)},{name},A\n{Code(3)},{name},A\n";

            Assert.Equal(name, Enterprises($"uscc,name,risk_class\n{rows}").AllGood().Rows[2].Name);
        }
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_as_well()
    {
        foreach (var bytes in new[] { Gb18030($"{Text}{Code(1)},食品店,A\n"), Workbook(["uscc", "name", "risk_class"], [Code(1), "食品店", "A"]) })
        {
            using var stream = new ForwardOnlyStream(bytes);
            Assert.Equal("食品店", Enterprises(stream).Row.Name);
        }
    }

    [Fact]
    public void Bytes_that_are_no_character_reject_their_row_and_are_not_replaced()
    {
        byte[] file = [.. Gb18030($"{Text}{Code(1)},食"), 0x81, .. Gb18030($",A\n{Code(2)},药店,A\n")];

        var reading = Enterprises(file);

        Assert.Equal((2, "name"), (reading.Problem.Line, reading.Problem.Column));
        Assert.Contains("GB18030", reading.Problem.Problem, StringComparison.Ordinal);
        Assert.Equal("药店", Assert.Single(reading.Rows).Name);
    }

    [Fact]
    public void Damaged_UTF_8_is_not_taken_for_GB18030()
    {
        var rows = string.Concat(Enumerable.Range(0, 50).Select(i => $"{Code(i)},食品店,A\n"));
        byte[] cut = [.. Encoding.UTF8.GetBytes($"{Text}{rows}{Code(90)},食"), 0xE9];

        Assert.Contains("the bytes in line 52 are not", Refusal(cut), StringComparison.Ordinal);
    }

    [Fact]
    public void A_UTF_8_mark_binds_the_whole_file() =>
        Assert.Contains("line 2", Refusal([0xEF, 0xBB, 0xBF, .. "uscc\n"u8, 0xB0, 0xA1]), StringComparison.Ordinal);

    public static TheoryData<string, byte[], string> NoTables => new()
    {
        { "nothing", [], "is empty" },
        { "white space", "\uFEFF \r\n\n"u8.ToArray(), "is empty" },
        { "blank rows", ",,\n,,\n"u8.ToArray(), "is empty" },
        { "png", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0], "PNG image" },
        { "pdf", "%PDF-1.7\n"u8.ToArray(), "PDF document" },
        { "old excel", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "save it as .xlsx" },
        { "gzip", [0x1F, 0x8B, 8, 0], "gzip" },
        { "html", "<html><table>"u8.ToArray(), "HTML" },
        { "utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("uscc\n")], "UTF-16" },
        { "nul bytes", "uscc\n\0\0\0"u8.ToArray(), "binary data" },
        { "heading only", "uscc,risk_class\n"u8.ToArray(), "only a heading" },
        { "no heading", Encoding.UTF8.GetBytes($"{Code(1)},A\n"), "column uscc (统一社会信用代码) is missing" },
        { "column twice", "uscc,统一社会信用代码\n1,2\n"u8.ToArray(), "is there twice, as column 1 and column 2" },
        { "zip", [.. "PK"u8, 3, 4, 1, 2, 3], "damaged or cut-off Excel workbook" },
        { "open quotation mark", Encoding.UTF8.GetBytes($"uscc,name,risk_class\n{Code(1)},\"x,A\n{Code(2)},y,A\n"), "line 2 is never closed" },
        { "open quotation mark in the heading", "uscc,\"name\n1,2\n"u8.ToArray(), "line 1 is never closed" },
        { "quotation mark over lines", "uscc,name\n1,\"x\n2,\"y\"\n"u8.ToArray(), "line 2 do not match" },
        { "long record", [.. "uscc,name\n1,\""u8, .. Enumerable.Repeat((byte)'x', 3 << 20)], "line 2 is longer than 1024 KiB" },
        { "10,000 columns", Encoding.ASCII.GetBytes(string.Join(',', Enumerable.Range(0, 10_000)) + "\n"), "10000 columns" },
    };

    [Theory]
    [MemberData(nameof(NoTables))]
    public void What_is_no_table_ends_in_one_clear_line(string what, byte[] bytes, string why)
    {
        var message = Refusal(bytes);

        Assert.StartsWith($"{FileName}: ", message, StringComparison.Ordinal);
        Assert.Contains(why, message, StringComparison.Ordinal);
        Assert.False(message.Contains('\n', StringComparison.Ordinal), what);
    }

    [Fact]
    public void A_missing_column_is_told_with_what_was_found_and_what_is_known()
    {
        var message = Refusal("id,姓名\n1,王\n"u8.ToArray());

        Assert.Contains("found: id, 姓名;", message, StringComparison.Ordinal);
        Assert.Contains("known: uscc (统一社会信用代码), name (企业名称), risk_class (信用风险类别)", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_that_lead_to_no_file_end_in_one_clear_line()
    {
        var missing = Path.Combine(directory.FullName, "none.csv");

        Assert.Contains("this is a directory", PathRefusal(directory.FullName), StringComparison.Ordinal);
        Assert.Contains("there is no such file", PathRefusal(missing), StringComparison.Ordinal);
        Assert.Contains("cannot be opened", PathRefusal(""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_the_disk_is_read_by_content_whatever_its_name()
    {
        var path = Path.Combine(directory.FullName, "名录.csv");
        File.WriteAllBytes(path, Workbook(["uscc", "risk_class"], [Code(1), "A"]));

        Assert.Single(EnterpriseFile.Read(path, new EnterpriseReadOptions(), row => Assert.Fail(row.Problem)));
    }

    [Fact]
    public void Any_bytes_end_in_rows_or_in_a_clear_line()
    {
        var random = new SampleRandom(20260101);
        var alphabet = "uscc,risk_class\n\r\";|\t统一 "u8.ToArray();
        for (var round = 0; round < 3000; round++)
        {
            var bytes = new byte[random.Below(400)];
            for (var i = 0; i < bytes.Length; i++)
                bytes[i] = round % 2 == 0 ? (byte)random.Below(256) : random.Pick<byte>(alphabet);
            byte[] file = random.Chance(500) ? [.. "uscc,risk_class\n"u8, .. bytes] : bytes;
            ReadOrRefuse(file);
        }
    }

    [Fact]
    public void A_good_file_with_changed_or_missing_bytes_ends_in_rows_or_in_a_clear_line()
    {
        var random = new SampleRandom(7);
        var text = "uscc,name,risk_class\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"{Code(i)},\"食,品\",A\n"));
        foreach (var whole in new[] { Encoding.UTF8.GetBytes(text), Gb18030(text), Workbook(["uscc", "risk_class"], [Code(1), "A"], [Code(2), 5.0]) })
        {
            for (var round = 0; round < 400; round++)
            {
                var file = whole[..(random.Chance(500) ? whole.Length : random.Below(whole.Length))];
                for (var change = random.Below(4); change > 0 && file.Length > 0; change--)
                    file[random.Below(file.Length)] = (byte)random.Below(256);
                ReadOrRefuse(file);
            }
        }
    }

    private static void ReadOrRefuse(byte[] file)
    {
        try
        {
            var reading = Enterprises(file);
            Assert.True(reading.Rows.Count + reading.Rejected.Count > 0);
        }
        catch (UnreadableFileException e)
        {
            Assert.StartsWith(FileName, e.Message, StringComparison.Ordinal);
        }
    }

    private static string Refusal(byte[] bytes) => Assert.Throws<UnreadableFileException>(() => Enterprises(bytes)).Message;

    private static string PathRefusal(string path) => Assert.Throws<UnreadableFileException>(
        () => EnterpriseFile.Read(path, new EnterpriseReadOptions(), row => Assert.Fail(row.Problem)).ToList()).Message;

    /// <summary>A stream as a network gives it: no seeking, and few bytes at a time.</summary>
    private sealed class ForwardOnlyStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 7)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 7));
    }
}
