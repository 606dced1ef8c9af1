using System.IO.Compression;
using System.Text;
using Inspection.App.Directory;
using static Inspection.App.Tests.Directory.Registry;

namespace Inspection.App.Tests.Directory;

public class WorkbookTests
{
    private const int FuzzRounds = 500;
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string SheetStart = $"<worksheet xmlns=\"{Main}\">";

    [Fact]
    public void A_workbook_gives_what_the_same_rows_as_CSV_give()
    {
        object?[][] rows =
        [
            ["统一社会信用代码", "企业名称", "信用风险类别", "登记状态", "成立日期"],
            [Code(1), " 瑞丰 ", "A", "存续", "2019年3月5日"],
            [Code(2), "a,\"b\"", "B", null, new DateTime(2020, 2, 29)],
            [Code(3), 360, "C", "注销", null],
        ];
        var csv = $"uscc,name,risk_class,status,registered_on\n{Code(1)},瑞丰,A,存续,2019-03-05\n{Code(2)},\"a,\"\"b\"\"\",B,,2020-02-29\n{Code(3)},360,C,注销,\n";

        Assert.Equal(Enterprises(csv).AllGood().Rows, Enterprises(Workbook(rows)).AllGood().Rows);
    }

    [Fact]
    public void Inspectors_come_from_a_workbook_too_with_numbers_and_dates_as_Excel_keeps_them()
    {
        var row = Inspectors(Workbook(
            ["执法证号", "姓名", "部门", "专业", "证件有效期", "回避企业"],
            [37040112345.0, "王伟", "区市场监管局", "食品;药品", new DateTime(2030, 12, 31), Code(1)])).Row;

        Assert.Equal("37040112345", row.InspectorId);
        Assert.Equal(new DateOnly(2030, 12, 31), row.CertificateExpires);
        Assert.Equal(Code(1), Assert.Single(row.Recused).ToString());
    }

    [Fact]
    public void Rows_are_numbered_as_in_the_sheet_and_blank_ones_passed_over()
    {
        var problem = Enterprises(Workbook(["uscc", "risk_class"], [Code(1), "A"], [null, null], ["", " "], ["x", "A"])).Problem;

        Assert.Equal((5, "uscc", "x"), (problem.Line, problem.Column, problem.Value));
    }

    [Fact]
    public void A_code_that_Excel_took_for_a_number_is_told_so() =>
        Assert.Contains(
            "format the column as text",
            Enterprises(Workbook(["uscc", "risk_class"], [913799010000000012.0, "A"])).Problem.Problem,
            StringComparison.Ordinal);

    [Fact]
    public void Rows_that_the_sheet_leaves_out_still_count()
    {
        var sheet = $"{SheetStart}<sheetData><row r=\"1\">{Cell("A1", "uscc")}</row><row r=\"7\">{Cell("A7", "x")}</row></sheetData></worksheet>";

        Assert.All(Enterprises(Package(sheet)).Rejected, row => Assert.Equal(7, row.Line));
    }

    [Fact]
    public void Shared_strings_with_parts_in_several_styles_are_read_whole()
    {
        var sheet = $"{SheetStart}<sheetData><row r=\"1\">{Cell("A1", "uscc")}{Cell("B1", "name")}{Cell("C1", "risk_class")}</row>"
            + $"<row r=\"2\">{Cell("A2", Code(1))}<c r=\"B2\" t=\"s\"><v>1</v></c>{Cell("C2", "A")}</row></sheetData></worksheet>";
        var strings = $"<sst xmlns=\"{Main}\"><si><t>x</t></si><si><r><t>食品</t></r><r><t>店</t></r></si></sst>";

        Assert.Equal("食品店", Enterprises(Package(sheet, archive => Add(archive, "xl/sharedStrings.xml", strings))).Row.Name);
    }

    [Fact]
    public void A_workbook_that_is_cut_off_anywhere_ends_in_a_clear_line()
    {
        var whole = Workbook(["uscc", "risk_class"], [Code(1), "A"]);
        for (var length = 4; length < whole.Length; length += 37)
            Assert.Contains("save it again", Refusal(whole[..length]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<worksheet", "damaged")]
    [InlineData("no xml", "damaged")]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"y\">]>" + SheetStart + "<sheetData/></worksheet>", "damaged")]
    [InlineData(SheetStart + "<sheetData/></worksheet>", "is empty")]
    [InlineData(SheetStart + "<sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></sheetData></worksheet>", "16384 columns")]
    [InlineData(SheetStart + "<sheetData><row r=\"1\"><c r=\"ZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>", "damaged")]
    [InlineData(SheetStart + "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>77</v></c></row></sheetData></worksheet>", "damaged")]
    [InlineData(SheetStart + "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>uscc</v></c></row><row r=\"90000000\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>", "more than 1048576 rows")]
    public void A_sheet_that_is_none_ends_in_a_clear_line(string sheet, string why) =>
        Assert.Contains(why, Refusal(Package(sheet)), StringComparison.Ordinal);

    [Fact]
    public void Changed_XML_in_a_sound_archive_ends_in_rows_or_in_a_clear_line()
    {
        var random = new SampleRandom(99);
        var sheet = $"{SheetStart}<dimension ref=\"A1:B2\"/><sheetData><row r=\"1\">{Cell("A1", "uscc")}{Cell("B1", "risk_class")}</row>"
            + $"<row r=\"2\">{Cell("A2", Code(1))}<c r=\"B2\" t=\"s\" s=\"1\"><v>0</v></c></row></sheetData></worksheet>";
        var strings = $"<sst xmlns=\"{Main}\"><si><t>A</t></si></sst>";
        for (var round = 0; round < FuzzRounds; round++)
        {
            var (changedSheet, changedStrings) = (Changed(ref random, sheet), Changed(ref random, strings));
            var file = Package(changedSheet, archive => Add(archive, "xl/sharedStrings.xml", changedStrings));
            if (Record.Exception(() => Enterprises(file)) is { } exception)
                Assert.IsType<UnreadableFileException>(exception);
        }
    }

    [Fact]
    public void A_cell_of_megabytes_is_refused_before_it_is_read() =>
        Assert.Contains(
            "a cell of more than 1024 KiB",
            Refusal(Package($"{SheetStart}<sheetData><row>{Cell("A1", new string('x', 5 << 20))}</row></sheetData></worksheet>")),
            StringComparison.Ordinal);

    [Fact]
    public void A_bomb_of_shared_strings_is_refused_at_its_limit()
    {
        var chunk = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat($"<si><t>{new string('x', 1008)}</t></si>", 1 << 10)));
        var bomb = Package(SheetStart + "<sheetData/></worksheet>", archive =>
        {
            using var part = archive.CreateEntry("xl/sharedStrings.xml", CompressionLevel.Fastest).Open();
            for (var i = 0; i < 513; i++)
                part.Write(chunk);
        });

        Assert.Contains("more than 512 MiB once unpacked", Refusal(bomb), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("word/document.xml", "no Excel workbook")]
    [InlineData("xl/workbook.bin", ".xlsb")]
    public void Other_archives_are_called_what_they_are(string part, string why)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            Add(archive, part, "x");

        Assert.Contains(why, Refusal(stream.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_stream_stays_open_and_the_caller_s()
    {
        using var stream = new MemoryStream(Workbook(["uscc", "risk_class"], [Code(1), "A"]));

        Assert.Single(Enterprises(stream).Rows);
        Assert.Single(Enterprises(stream).Rows);
    }

    private static string Changed(ref SampleRandom random, string text)
    {
        const string Alphabet = "<>/\"=&;:-0129ABZrstcv \n\0";
        var changed = text.ToCharArray();
        for (var change = random.Below(4); change > 0; change--)
            changed[random.Below(changed.Length)] = random.Pick<char>(Alphabet);
        return new string(changed);
    }

    private static string Cell(string place, string text) => $"<c r=\"{place}\" t=\"str\"><v>{text}</v></c>";

    private static string Refusal(byte[] bytes) => Assert.Throws<UnreadableFileException>(() => Enterprises(bytes)).Message;

    private static byte[] Package(string sheet, Action<ZipArchive>? more = null)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", $"<Types xmlns=\"{Packages}content-types\"/>");
            Add(
                archive,
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\">"
                    + "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            Add(
                archive,
                "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns=\"{Packages}relationships\">"
                    + "<Relationship Id=\"rId1\" Type=\"t\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Add(archive, Sheet, sheet);
            more?.Invoke(archive);
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(text);
    }
}
