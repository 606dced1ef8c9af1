using System.Text;
using Inspection.App.Directory;
using Inspection.Drawing;
using MiniExcelLibs;

namespace Inspection.App.Tests.Directory;

/// <summary>Files of registries in memory, and what reading them gives.</summary>
internal static class Registry
{
    public const string First = "91370402MA3C4BYT5A";
    public const string FileName = "名录.csv";

    /// <summary>Valid codes, each of another one for every number.</summary>
    public static string Code(int number)
    {
        var first17 = Encoding.ASCII.GetBytes($"91379901{number:D9}");
        return Encoding.ASCII.GetString(first17) + UnifiedSocialCreditCode.CheckCharacter(first17);
    }

    public static Reading<EnterpriseRow> Enterprises(string text, EnterpriseReadOptions? options = null) =>
        Enterprises(Encoding.UTF8.GetBytes(text), options);

    public static Reading<EnterpriseRow> Enterprises(byte[] bytes, EnterpriseReadOptions? options = null) =>
        Enterprises(new MemoryStream(bytes), options);

    public static Reading<EnterpriseRow> Enterprises(Stream stream, EnterpriseReadOptions? options = null)
    {
        var rejected = new List<RejectedRow>();
        var rows = EnterpriseFile.Read(stream, FileName, options ?? new EnterpriseReadOptions(), rejected.Add).ToList();
        return new Reading<EnterpriseRow>(rows, rejected);
    }

    public static Reading<InspectorRow> Inspectors(string text) => Inspectors(Encoding.UTF8.GetBytes(text));

    public static Reading<InspectorRow> Inspectors(byte[] bytes)
    {
        var rejected = new List<RejectedRow>();
        var rows = InspectorFile.Read(new MemoryStream(bytes), FileName, rejected.Add).ToList();
        return new Reading<InspectorRow>(rows, rejected);
    }

    /// <summary>A workbook of one sheet with these rows, the heading first.</summary>
    public static byte[] Workbook(params object?[][] rows)
    {
        var width = rows.Max(row => row.Length);
        var sheet = rows.Select(row => Enumerable.Range(0, width)
            .ToDictionary(i => $"c{i}", i => i < row.Length ? row[i] : null)).ToList();
        using var stream = new MemoryStream();
        MiniExcel.SaveAs(stream, sheet, printHeader: false);
        return stream.ToArray();
    }

    public static byte[] Gb18030(string text) =>
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text);
}

/// <summary>What reading a file gave.</summary>
internal sealed record Reading<T>(List<T> Rows, List<RejectedRow> Rejected)
{
    public T Row => Assert.Single(AllGood().Rows);

    public RejectedRow Problem => Assert.Single(Rejected);

    public Reading<T> AllGood()
    {
        Assert.Empty(Rejected);
        return this;
    }
}
