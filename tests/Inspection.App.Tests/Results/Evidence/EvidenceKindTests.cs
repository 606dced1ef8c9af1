using System.IO.Compression;
using System.Text;
using Inspection.App.Results;

namespace Inspection.App.Tests.Results;

public sealed class EvidenceKindTests
{
    [Theory]
    [InlineData("FFD8FFE000104A46494600", "image/jpeg")]
    [InlineData("89504E470D0A1A0A0000000D49484452", "image/png")]
    [InlineData("524946462400000057454250565038", "image/webp")]
    [InlineData("0000001C667479706865696300000000", "image/heic")]
    [InlineData("00000018667479706D696631000000006D69663168656963", "image/heic")]
    [InlineData("255044462D312E370A", "application/pdf")]
    public void Detect_KnownContent_NamesItsType(string hex, string mediaType) =>
        Assert.Equal(mediaType, EvidenceKind.Detect(new MemoryStream(Convert.FromHexString(hex)))?.MediaType);

    [Theory]
    [InlineData("")]
    [InlineData("FFD8")]
    [InlineData("3C68746D6C3E")] // HTML
    [InlineData("3C7376673E")] // SVG, which may hold scripts
    [InlineData("474946383961")] // GIF
    [InlineData("D0CF11E0A1B11AE1")] // Word and Excel as they were until 2003
    [InlineData("4D5A9000")] // a program
    [InlineData("00000018667479706176696600000000617669666D696631")] // AVIF
    [InlineData("00000018667479706D7034320000000069736F6D6D703432")] // MP4
    [InlineData("524946462400000057415645666D7420")] // WAV
    public void Detect_OtherContent_IsNull(string hex) => Assert.Null(EvidenceKind.Detect(new MemoryStream(Convert.FromHexString(hex))));

    [Fact]
    public void Detect_OfficeFiles_AreToldByTheirParts()
    {
        Assert.Equal("docx", EvidenceKind.Detect(Archive("[Content_Types].xml", "word/document.xml"))?.Extension);
        Assert.Equal("xlsx", EvidenceKind.Detect(Archive("[Content_Types].xml", "xl/workbook.xml"))?.Extension);
        Assert.Null(EvidenceKind.Detect(Archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")));
        Assert.Null(EvidenceKind.Detect(Archive("word/document.xml")));
        Assert.Null(EvidenceKind.Detect(new MemoryStream(Encoding.ASCII.GetBytes("PK\u0003\u0004 and no archive"))));
    }

    public static MemoryStream Archive(params string[] names)
    {
        var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
                archive.CreateEntry(name);
        }

        return content;
    }
}
